package openlines.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import openlines.bitrix24.rest.Answer;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.store.BotEntry;
import openlines.store.BotEntry.Delivery;
import openlines.store.Portal;
import openlines.store.Portal.Application;
import openlines.store.Portals;

/** Looks whether a portal has all that bots need there, and names the fix where it has not. */
public final class Checkup {
    private static final Set<String> SCOPES = Set.of("imbot", "imopenlines");
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    private final Portals portals;
    private final Calls calls;
    private final InstantSource clock;
    private final Outside outside;

    Checkup(Portals portals, Calls calls, InstantSource clock, Outside outside) {
        this.portals = portals;
        this.calls = calls;
        this.clock = clock;
        this.outside = outside;
    }

    /**
     * What is looked at besides the portal.
     *
     * @param door says what answers at a handler's address, {@code ""} for a runtime's event door
     * @param refused how many requests the portal refused for haste
     */
    record Outside(UnaryOperator<String> door, DoubleSupplier refused) {}

    /** What was found, and what to do where it is not well. */
    public record Finding(boolean well, String what, String fix) {}

    /** Checks a portal by its domain or by an incoming webhook of it. */
    public List<Finding> of(String addressOrDomain) {
        String domain =
                addressOrDomain.startsWith("http") ? URI.create(addressOrDomain).getAuthority() : addressOrDomain;
        var findings = new ArrayList<Finding>();
        Optional<Portal> portal = portals.find("", domain);
        if (portal.isEmpty()) {
            findings.add(new Finding(
                    false, "portal " + domain + " is not known here", "openlines register <webhook address>"));
            return findings;
        }
        findings.add(new Finding(
                !portal.get().gone(),
                "portal " + domain + " is known",
                "the application was removed: install it again"));
        if (reach(portal.get(), findings)) {
            scopes(portal.get(), findings);
            installed(portal.get(), findings);
            bots(portal.get(), findings);
            haste(findings);
        }
        return findings;
    }

    /** The first call shows whether the portal answers, and its clock. */
    private boolean reach(Portal portal, List<Finding> findings) {
        return ask(portal, "server.time")
                .map(
                        body -> {
                            findings.add(new Finding(true, "the portal answers", ""));
                            findings.add(clock(body.path("result").asText()));
                            return true;
                        },
                        problem -> {
                            findings.add(
                                    new Finding(
                                            false,
                                            "the portal does not answer: " + problem.words(),
                                            "check the address, the webhook's code, and that the portal can be reached from here"));
                            return false;
                        });
    }

    private Finding clock(String theirs) {
        try {
            Duration apart = Duration.between(OffsetDateTime.parse(theirs).toInstant(), clock.instant())
                    .abs();
            return new Finding(
                    apart.compareTo(CLOCKS_APART) < 0,
                    "the clocks are " + apart.toSeconds() + " s apart",
                    "set this machine's clock by NTP");
        } catch (DateTimeParseException e) {
            return new Finding(false, "the portal's time can't be read", "check that the address is a portal's");
        }
    }

    private void scopes(Portal portal, List<Finding> findings) {
        ask(portal, "scope")
                .map(
                        body -> {
                            var missing = new TreeSet<>(SCOPES);
                            for (JsonNode scope : body.path("result")) {
                                missing.remove(scope.asText());
                            }
                            return findings.add(new Finding(
                                    missing.isEmpty(),
                                    missing.isEmpty() ? "the scopes suffice" : "scopes are missing: " + missing,
                                    "give the webhook or the application these scopes, and install it again"));
                        },
                        problem -> findings.add(
                                new Finding(false, "scopes can't be read: " + problem.words(), "check the token")));
    }

    private void installed(Portal portal, List<Finding> findings) {
        if (portal.access() instanceof Application) {
            boolean done = ask(portal, "app.info")
                    .map(body -> body.path("result").path("INSTALLED").asBoolean(false), _ -> false);
            findings.add(new Finding(
                    done,
                    done ? "the installation is finished" : "the installation is not finished: no event is sent",
                    "call BX24.installFinish() at the end of the application's installation page"));
        }
    }

    private void bots(Portal portal, List<Finding> findings) {
        List<BotEntry> bots = portals.bots(portal.id());
        findings.add(new Finding(!bots.isEmpty(), bots.size() + " bots are registered", "openlines register"));
        Set<Long> bound = new TreeSet<>();
        ask(portal, "imopenlines.config.list.get")
                .map(
                        body -> {
                            body.path("result")
                                    .forEach(line -> bots.forEach(bot -> {
                                        if (line.path("WELCOME_BOT_ID").asLong(0) == bot.botId()) {
                                            bound.add(bot.botId());
                                        }
                                    }));
                            return true;
                        },
                        _ -> false);
        for (BotEntry bot : bots) {
            findings.add(new Finding(
                    bound.contains(bot.botId()),
                    "bot " + bot.code()
                            + (bound.contains(bot.botId()) ? " welcomes on a line" : " welcomes on no line"),
                    "openlines register … --line LINE=" + bot.code()));
            if (bot.delivery() == Delivery.WEBHOOK) {
                findings.add(heard(portal, bot));
            }
        }
    }

    /** Nothing tells whether a portal in the cloud reaches an address; that it answers here, and is one for outside, is half of it. */
    private Finding heard(Portal portal, BotEntry bot) {
        boolean isOutside = bot.handler().startsWith("https://");
        if (portal.access().endpoint().startsWith("https://") && !isOutside) {
            return new Finding(
                    false,
                    "bot " + bot.code() + " hears at " + bot.handler(),
                    "a portal in the cloud reaches only https addresses from outside: set public-address and"
                            + " register again, or register with --fetch");
        }
        String trouble = outside.door().apply(bot.handler());
        return new Finding(
                trouble.isEmpty(),
                "bot " + bot.code() + " hears at " + bot.handler() + (trouble.isEmpty() ? "" : ", where " + trouble),
                "start openlines run, and let public-address and the proxy before it lead there");
    }

    /** The portal counts all that comes from one address, whoever sends it. */
    private void haste(List<Finding> findings) {
        long refused = (long) outside.refused().getAsDouble();
        findings.add(new Finding(
                refused == 0,
                refused == 0
                        ? "the portal's limit leaves room"
                        : refused + " requests were refused: the portal's limit is used up",
                "see what else asks this portal from this address, and that pace is not above the portal's plan"));
    }

    private Answer ask(Portal portal, String method) {
        return calls.askAlone(portal.id(), new Call(method, Map.of()));
    }
}
