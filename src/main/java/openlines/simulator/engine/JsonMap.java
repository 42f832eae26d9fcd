package openlines.simulator.engine;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, with its keys in the order in which they were named. */
public final class JsonMap extends LinkedHashMap<String, @Nullable Object> {

    private static final long serialVersionUID = 1;

    public static JsonMap of(String key, @Nullable Object value) {
        return new JsonMap().with(key, value);
    }

    public JsonMap with(String key, @Nullable Object value) {
        put(key, value);
        return this;
    }
}
