package openlines.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.bot.Reason;
import openlines.store.DialogKey;

/**
 * For what a line calls a bot in, by the line's settings. No event says why a bot came: with the settings and what the
 * dialog went through it is derived.
 */
final class Roles {
    private static final long BELIEVED_MILLIS = 60_000;
    private static final int MOST = 10_000;
    private static final Map<String, Reason> FIELDS = Map.of(
            "WELCOME_BOT_ID", Reason.WELCOME,
            "NO_ANSWER_BOT_ID", Reason.NO_ANSWER,
            "WORKTIME_DAYOFF_BOT_ID", Reason.AFTER_HOURS,
            "CLOSE_BOT_ID", Reason.CLOSING,
            "AUTO_CLOSE_BOT_ID", Reason.CLOSING);

    private final Calls calls;
    private final InstantSource clock;
    private final Cache<Asked, Told> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Roles(Calls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    private record Asked(long portal, long line, long bot) {}

    private record Told(Set<Reason> roles, long at) {}

    /**
     * Why the bot came.
     *
     * @param line 0 where it is not known
     * @param isNew the dialog's first time in this session
     * @param here what the dialog went through
     */
    Reason of(DialogKey dialog, long line, boolean isNew, Remembered here) {
        Set<Reason> roles = line == 0 ? Set.of() : roles(new Asked(dialog.portal(), line, dialog.bot()));
        boolean welcomes = roles.isEmpty() || roles.contains(Reason.WELCOME);
        if (welcomes) {
            if (isNew || !(here.came() || here.person() || here.left())) {
                return Reason.WELCOME;
            }
            return here.left() && !here.person() && roles.contains(Reason.NO_ANSWER)
                    ? Reason.NO_ANSWER
                    : Reason.RETURNED;
        }
        return roles.iterator().next();
    }

    private Set<Reason> roles(Asked asked) {
        long now = clock.millis();
        Told told = known.getIfPresent(asked);
        if (told == null || now - told.at() > BELIEVED_MILLIS) {
            told = new Told(ask(asked), now);
            known.put(asked, told);
        }
        return told.roles();
    }

    private Set<Reason> ask(Asked asked) {
        var roles = EnumSet.noneOf(Reason.class);
        calls.ask(asked.portal(), new Call("imopenlines.config.get", Map.of("CONFIG_ID", asked.line())))
                .join()
                .map(
                        body -> {
                            JsonNode config = body.path("result");
                            FIELDS.forEach((field, reason) -> {
                                if (config.path(field).asLong(0) == asked.bot()) {
                                    roles.add(reason);
                                }
                            });
                            return roles;
                        },
                        problem -> {
                            if (problem.mayPass()) {
                                throw new Owner.Unanswered(problem);
                            }
                            return roles;
                        });
        return roles;
    }
}
