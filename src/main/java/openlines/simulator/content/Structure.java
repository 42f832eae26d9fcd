package openlines.simulator.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.Json;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** An object or a list that may have come as JSON text. */
final class Structure {

    private Structure() {}

    /** Maps and lists, a PHP list given by index as a list; empty for anything else. */
    static Optional<Object> of(@Nullable Object raw) {
        return switch (raw) {
            case null -> Optional.empty();
            case String text -> parsed(text);
            case Map<?, ?> map -> Optional.of(isList(map) ? Value.list(map) : map);
            case List<?> list -> Optional.of(list);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> parsed(String text) {
        try {
            Object tree = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            return tree instanceof String ? Optional.empty() : of(tree);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The items of a bare list, or those under {@code key} of an object; empty where it is neither. */
    static Optional<List<@Nullable Object>> items(Object tree, String key) {
        if (tree instanceof List<?> list) {
            return Optional.of(Value.list(list));
        }
        Object items = Value.map(tree).get(key);
        return items instanceof Map<?, ?> || items instanceof List<?>
                ? Optional.of(Value.list(items))
                : Optional.empty();
    }

    static boolean isList(Map<?, ?> map) {
        return !map.isEmpty()
                && map.keySet().stream().allMatch(key -> String.valueOf(key).matches("\\d+"));
    }

    /** Only web addresses and paths from the portal's root are let through. */
    static boolean link(String link) {
        String lower = link.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("/");
    }
}
