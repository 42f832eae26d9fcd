package openlines.simulator.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** The blocks that hang under a message: each an object with one key that names its kind. */
final class Attach {

    private Attach() {}

    /** The blocks with their frame; empty where the structure is wrong. */
    static Optional<Object> read(@Nullable Object raw) {
        Optional<Object> tree = Structure.of(raw);
        Optional<List<@Nullable Object>> blocks = tree.flatMap(found -> Structure.items(found, "BLOCKS"));
        if (blocks.isEmpty() || blocks.get().isEmpty() || !blocks.get().stream().allMatch(Attach::block)) {
            return Optional.empty();
        }
        JsonMap frame = tree.get() instanceof Map<?, ?> ? Value.map(tree.get()) : new JsonMap();
        return Optional.of(frame.with("BLOCKS", blocks.get()));
    }

    private static boolean block(@Nullable Object block) {
        if (!(block instanceof Map<?, ?> map) || map.size() != 1) {
            return false;
        }
        String kind = String.valueOf(map.keySet().iterator().next());
        Object value = map.values().iterator().next();
        return switch (kind) {
            case "MESSAGE" -> Value.text(value).filter(text -> !text.isEmpty()).isPresent();
            case "LINK" -> value instanceof Map<?, ?> && linked(value);
            case "USER" -> value instanceof Map<?, ?> && named(value);
            case "GRID" -> all(value, Attach::cell);
            // one of the portal's samples gives a single picture instead of a list
            case "IMAGE" -> linked(value) || all(value, Attach::linked);
            case "FILE" -> all(value, Attach::linked);
            // one of the portal's samples says {@code true}
            case "DELIMITER" -> value instanceof Map<?, ?> || value instanceof List<?> || Value.flag(value, false);
            default -> false;
        };
    }

    private static boolean all(@Nullable Object items, Predicate<@Nullable Object> valid) {
        List<@Nullable Object> list = Value.list(items);
        return !list.isEmpty() && list.stream().allMatch(valid);
    }

    private static boolean linked(@Nullable Object item) {
        return Value.text(Value.map(item).get("LINK")).filter(Structure::link).isPresent();
    }

    private static boolean named(@Nullable Object item) {
        return Value.text(Value.map(item).get("NAME"))
                .filter(name -> !name.isBlank())
                .isPresent();
    }

    private static boolean cell(@Nullable Object item) {
        JsonMap cell = Value.map(item);
        String display = Value.text(cell.get("DISPLAY")).orElse("");
        boolean complete = cell.containsKey("NAME") && cell.containsKey("VALUE");
        return switch (display) {
            case "ROW" -> cell.containsKey("NAME") || cell.containsKey("VALUE");
            case "BLOCK", "LINE", "TABLE" -> complete;
            default -> false;
        };
    }
}
