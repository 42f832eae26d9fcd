package openlines.simulator.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** The buttons under a message, and the bot that they belong to. */
public record Keyboard(long botId, List<JsonMap> buttons) {

    /** Empty where the structure is wrong. */
    static Optional<Keyboard> read(@Nullable Object raw, long bot) {
        Optional<Object> tree = Structure.of(raw);
        Optional<List<@Nullable Object>> items = tree.flatMap(found -> Structure.items(found, "BUTTONS"));
        if (items.isEmpty() || items.get().isEmpty() || !items.get().stream().allMatch(Keyboard::valid)) {
            return Optional.empty();
        }
        long given = tree.get() instanceof Map<?, ?> map
                ? Value.number(map.get("BOT_ID")).orElse(bot)
                : bot;
        return Optional.of(
                new Keyboard(given, items.get().stream().map(Value::map).toList()));
    }

    /** The keyboard of a message that the portal holds. */
    public static Optional<Keyboard> of(Message message) {
        return read(message.params().get("KEYBOARD"), message.authorId());
    }

    private static boolean valid(@Nullable Object button) {
        if (!(button instanceof Map<?, ?>)) {
            return false;
        }
        JsonMap keys = Value.map(button);
        return "NEWLINE".equals(keys.get("TYPE")) || Action.valid(new Parameters(keys));
    }

    JsonMap json() {
        return JsonMap.of("BOT_ID", botId).with("BUTTONS", buttons);
    }
}
