package openlines.bitrix24.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON for threads that live no longer than a turn: buffers belong to all of them, where usually each thread makes its own. */
public final class Json {
    private Json() {}

    public static ObjectMapper mapper() {
        return new ObjectMapper(JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                .build());
    }
}
