package openlines.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A bot's table as it stands once it is written. */
record Routes(
        Map<String, Dialog.Route<Handler>> intents,
        Map<String, Dialog.Route<Handler>> commands,
        Map<String, Dialog.Route<Dialog.Press>> buttons,
        Map<String, Dialog.Route<Dialog.Form>> forms,
        Map<Duration, Dialog.Route<Handler>> idle,
        Hooks hooks) {
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";
    static final String OTHERWISE = "otherwise";

    /** What is not keyed by the bot's own names. */
    record Hooks(
            Map<Reason, Dialog.Route<Handler>> joins,
            Map<String, Dialog.Route<Handler>> others,
            List<Problem> problems) {}

    Optional<Handler> hook(String name) {
        return Optional.ofNullable(hooks.others().get(name)).map(Dialog.Route::handler);
    }

    Optional<Handler> intent(String name) {
        return Optional.ofNullable(intents.get(name)).map(Dialog.Route::handler);
    }

    Optional<Dialog.Form> form(String name) {
        return Optional.ofNullable(forms.get(name)).map(Dialog.Route::handler);
    }

    /** Why the bot came decides who answers; a reason without a handler is answered as a welcome. */
    Optional<Map.Entry<String, Handler>> join(Reason reason) {
        var route = hooks.joins().get(reason);
        if (route != null) {
            return Optional.of(Map.entry(reason.name().toLowerCase(Locale.ROOT), route.handler()));
        }
        return reason == Reason.RETURNED || reason == Reason.CLOSING || reason == Reason.WELCOME
                ? Optional.empty()
                : join(Reason.WELCOME);
    }

    /** All that is wrong, given the intents that have phrases. */
    List<Problem> problems(Set<String> withPhrases) {
        var all = new ArrayList<>(hooks.problems());
        intents.forEach((intent, route) -> {
            if (!withPhrases.contains(intent)) {
                all.add(new Problem(
                        route.origin(),
                        "intent '" + intent + "' has no phrases; write intents/<language>/" + intent + ".yml"
                                + nearest(intent, withPhrases)));
            }
        });
        if (hooks.joins().isEmpty() && intents.isEmpty() && hook(OTHERWISE).isEmpty() && commands.isEmpty()) {
            all.add(new Problem(
                    new Origin("bot", 0), "the bot answers nothing; give it a welcome, an intent or an otherwise"));
        }
        return all;
    }

    static String nearest(String name, Collection<String> names) {
        return Nearest.to(name, names)
                .map(near -> ", or did you mean '" + near + "'?")
                .orElse("");
    }
}
