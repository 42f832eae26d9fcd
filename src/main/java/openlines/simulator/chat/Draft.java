package openlines.simulator.chat;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A message to be posted: who says what, and what hangs on it. */
public record Draft(long authorId, String text, Map<String, @Nullable Object> params) {

    public Draft {
        params = new TreeMap<>(params);
    }

    public static Draft of(long authorId, String text) {
        return new Draft(authorId, text, Map.of());
    }

    /** Of nobody: the line speaks. */
    public static Draft system(String text) {
        return of(0, text);
    }

    public Draft with(String param, @Nullable Object value) {
        Map<String, @Nullable Object> more = new TreeMap<>(params);
        more.put(param, value);
        return new Draft(authorId, text, more);
    }
}
