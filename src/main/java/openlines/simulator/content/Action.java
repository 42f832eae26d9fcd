package openlines.simulator.content;

import java.util.Set;
import java.util.stream.Stream;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;

/** What a button of a keyboard, or an item of a menu, does: exactly one thing. */
public final class Action {

    private static final Set<String> IN_CLIENT = Set.of("PUT", "SEND", "COPY", "CALL", "DIALOG");

    private Action() {}

    /** A text and exactly one action (documented); keys are upper case in both generations. */
    static boolean valid(Parameters button) {
        JsonMap keys = button.all();
        if (text(keys, "TEXT").isBlank()) {
            return false;
        }
        long actions = Stream.of("LINK", "COMMAND", "ACTION", "APP_ID")
                .filter(action -> !text(keys, action).isEmpty())
                .count();
        String link = text(keys, "LINK");
        String action = text(keys, "ACTION");
        return actions == 1
                && (link.isEmpty() || Structure.link(link))
                && (action.isEmpty()
                        || (IN_CLIENT.contains(action)
                                && !text(keys, "ACTION_VALUE").isEmpty()));
    }

    private static String text(JsonMap keys, String name) {
        return Value.text(keys.get(name)).orElse("");
    }
}
