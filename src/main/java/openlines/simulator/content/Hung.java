package openlines.simulator.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/** Reads what a call wants to hang on a message, in the words of the API's generation that it came through. */
public enum Hung {
    /** 30 KB for each; a menu is possible. */
    V1(30 * 1024, List.of("ATTACH", "KEYBOARD", "MENU")),
    /** 60,000 characters of an attachment; the keyboard's limit is not told, so the same is assumed. */
    V2(60_000, List.of("ATTACH", "KEYBOARD"));

    private final int largest;
    private final List<String> kinds;

    Hung(int largest, List<String> kinds) {
        this.largest = largest;
        this.kinds = List.copyOf(kinds);
    }

    /** The parameters of a new message; nothing for what is empty or {@code N}. */
    public Map<String, @Nullable Object> of(Parameters given, long bot) {
        return change(Map.of(), given, bot);
    }

    /** The parameters of a changed message: what is not named stays, what is empty or {@code N} goes. */
    public Map<String, @Nullable Object> change(Map<String, @Nullable Object> old, Parameters given, long bot) {
        Map<String, @Nullable Object> params = new TreeMap<>(old);
        for (String kind : kinds) {
            if (!given.has(kind)) {
                continue;
            }
            if (given.blank(kind) || given.text(kind, "").equals("N")) {
                params.remove(kind);
            } else {
                params.put(kind, read(kind, given.raw(kind), bot));
            }
        }
        return params;
    }

    private Object read(String kind, @Nullable Object raw, long bot) {
        Object tree = switch (kind) {
            case "ATTACH" -> Attach.read(raw).orElseThrow(() -> wrong(kind));
            case "KEYBOARD" -> Keyboard.read(raw, bot).map(Keyboard::json).orElseThrow(() -> wrong(kind));
            default -> menu(raw).orElseThrow(() -> wrong(kind));
        };
        if (Json.text(tree).length() > largest) {
            throw RestError.of(
                    kind + "_OVERSIZE",
                    "You have exceeded the maximum allowable size of " + kind.toLowerCase(Locale.ROOT));
        }
        return tree;
    }

    private static Optional<Object> menu(@Nullable Object raw) {
        return Structure.of(raw)
                .flatMap(tree -> Structure.items(tree, "ITEMS"))
                .filter(items -> !items.isEmpty()
                        && items.stream().allMatch(item -> Action.valid(new Parameters(Value.map(item)))))
                .map(items -> JsonMap.of("ITEMS", items));
    }

    /** That the second generation uses the first one's texts is assumed: its page names the codes alone. */
    private static RestError wrong(String kind) {
        return RestError.of(kind + "_ERROR", "Incorrect " + kind.toLowerCase(Locale.ROOT) + " params");
    }
}
