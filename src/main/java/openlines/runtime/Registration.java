package openlines.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import openlines.bitrix24.rest.Answer;
import openlines.bitrix24.rest.Call;
import openlines.bitrix24.rest.Calls;
import openlines.bitrix24.rest.KnownPortals;
import openlines.bitrix24.rest.Problem;
import openlines.bot.Reason;
import openlines.store.BotEntry;
import openlines.store.BotEntry.Delivery;
import openlines.store.BotEntry.Generation;
import openlines.store.Portal;
import openlines.store.Portal.Webhook;
import openlines.store.Portals;

/** Makes bots known at a portal, and lines know their bots. What is as it should be already stays as it is. */
public final class Registration {
    /** The command that a keyboard's button carries; its parameter is what the button stands for. */
    static final String PRESS = "press";

    private static final int TOKEN = 40;

    private final HostedBots bots;
    private final Portals portals;
    private final KnownPortals known;
    private final Calls calls;
    private final Secrets secrets;

    Registration(HostedBots bots, Portals portals, KnownPortals known, Calls calls, Secrets secrets) {
        this.bots = bots;
        this.portals = portals;
        this.known = known;
        this.calls = calls;
        this.secrets = secrets;
    }

    /** The key from which bots' tokens are derived: a lost store does not lose the bots. */
    record Secrets(String key) {
        String botToken(String domain, String code) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
                byte[] hash = mac.doFinal(("bot " + domain + " " + code).getBytes(UTF_8));
                return HexFormat.of().formatHex(hash).substring(0, TOKEN);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("HmacSHA256 is missing in this Java", e);
            }
        }
    }

    /**
     * What is wanted.
     *
     * @param webhook the address of an incoming webhook, {@code https://portal/rest/1/code/}; {@code ""} for a portal
     *     that installed the application, then {@code domain} names it
     * @param domain of that portal
     * @param handler where events are to be sent; {@code ""} where the bots fetch them
     * @param lines which bot, by its code, welcomes on which line
     * @param generation of the bot platform
     */
    public record Wanted(
            String webhook, String domain, String handler, Map<Long, String> lines, Generation generation) {
        public Wanted {
            lines = Map.copyOf(lines);
        }

        public static Wanted byWebhook(String webhook, String handler, Map<Long, String> lines) {
            return new Wanted(webhook, "", handler, lines, Generation.V2);
        }

        @Override
        public String toString() {
            return "Wanted[" + handler + " " + lines + "]";
        }
    }

    /** Registers all hosted bots, and gives the sentences that say what was done. */
    public List<String> register(Wanted wanted) {
        var told = new ArrayList<String>();
        Portal portal = portal(wanted);
        told.add("portal " + portal.domain() + " is known");
        var ids = new LinkedHashMap<String, Long>();
        for (HostedBot bot : bots.all()) {
            ids.put(
                    bot.code(),
                    wanted.generation() == Generation.V2
                            ? v2(portal, bot, wanted, told)
                            : v1(portal, bot, wanted, told));
        }
        wanted.lines().forEach((line, codes) -> {
            for (String code : codes.split(",", -1)) {
                told.add(place(portal, line, code.strip(), ids));
            }
        });
        return told;
    }

    /** Removes all bots from a portal, and the portal from the store. */
    public List<String> unregister(String domain) {
        Portal portal = portals.find("", domain)
                .orElseThrow(() -> new IllegalArgumentException("no portal " + domain + " is known"));
        var told = new ArrayList<String>();
        for (BotEntry bot : portals.bots(portal.id())) {
            Call call = bot.generation() == Generation.V2
                    ? new Call(
                            "imbot.v2.Bot.unregister",
                            parameters(bot.token(), "botToken", Map.of("botId", bot.botId())))
                    : new Call("imbot.unregister", parameters(bot.token(), "CLIENT_ID", Map.of("BOT_ID", bot.botId())));
            Answer answer = ask(portal, call);
            told.add(answer.map(
                    _ -> "bot " + bot.code() + " removed",
                    problem -> "bot " + bot.code() + " not removed: " + problem.words()));
        }
        portals.forget(portal.id());
        known.changed();
        told.add("portal " + portal.domain() + " forgotten");
        return told;
    }

    private Portal portal(Wanted wanted) {
        if (wanted.webhook().isEmpty()) {
            return portals.find("", wanted.domain())
                    .orElseThrow(() -> new IllegalArgumentException(
                            "portal '" + wanted.domain() + "' has not installed the application"));
        }
        String endpoint = wanted.webhook().endsWith("/") ? wanted.webhook() : wanted.webhook() + "/";
        String domain = URI.create(endpoint).getAuthority();
        Optional<Portal> before = portals.find("", domain);
        Portal saved = portals.save(new Portal(
                0,
                domain,
                before.map(Portal::memberId).orElse(""),
                new Webhook(endpoint),
                before.map(Portal::applicationToken).orElse(""),
                false));
        known.changed(saved);
        return saved;
    }

    private long v2(Portal portal, HostedBot bot, Wanted wanted, List<String> told) {
        String token = token(portal, bot.code());
        boolean byWebhook = !wanted.handler().isEmpty();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("code", bot.code());
        fields.put("type", "openline");
        fields.put("properties", Map.of("name", bot.conversation().profile().name()));
        fields.put("eventMode", byWebhook ? "webhook" : "fetch");
        if (byWebhook) {
            fields.put("webhookUrl", wanted.handler());
        }
        var onlyNew = new LinkedHashMap<String, Object>(fields);
        if (!token.isEmpty()) {
            onlyNew.put("botToken", token);
        }
        Call register = new Call("imbot.v2.Bot.register", Map.of("fields", onlyNew));
        long id = ask(portal, register)
                .orThrow(register)
                .path("result")
                .path("bot")
                .path("id")
                .asLong();
        Optional<BotEntry> before = known.bot(portal.id(), id);
        Delivery delivery = byWebhook ? Delivery.WEBHOOK : Delivery.FETCH;
        var entry = new BotEntry(portal.id(), id, bot.code(), Generation.V2, delivery, wanted.handler(), token, 0);
        boolean moved = before.isPresent()
                && (before.get().delivery() != delivery
                        || !before.get().handler().equals(wanted.handler()));
        save(entry);
        if (moved) {
            // the portal gives a bot it knows back unchanged
            fields.remove("code");
            fields.remove("type");
            Call update = new Call(
                    "imbot.v2.Bot.update", parameters(token, "botToken", Map.of("botId", id, "fields", fields)));
            ask(portal, update).orThrow(update);
        }
        told.add("bot " + bot.code() + " is user " + id
                + (moved ? ", and moved" : before.isPresent() ? ", as before" : ", new"));
        Call press = new Call(
                "imbot.v2.Command.register",
                parameters(
                        token,
                        "botToken",
                        Map.of(
                                "botId",
                                id,
                                "fields",
                                Map.of("command", PRESS, "hidden", "Y", "extranetSupport", "Y", "common", "N"))));
        told.add(buttons(bot.code(), ask(portal, press)));
        return id;
    }

    private long v1(Portal portal, HostedBot bot, Wanted wanted, List<String> told) {
        String token = token(portal, bot.code());
        Optional<BotEntry> before = known.bots(portal.id()).stream()
                .filter(entry -> entry.code().equals(bot.code()) && entry.generation() == Generation.V1)
                .findFirst();
        long id;
        if (before.isPresent()) {
            id = before.get().botId();
            told.add("bot " + bot.code() + " is user " + id + ", as before");
        } else {
            Call register = new Call(
                    "imbot.register",
                    parameters(
                            token,
                            "CLIENT_ID",
                            Map.of(
                                    "CODE",
                                    bot.code(),
                                    "TYPE",
                                    "O",
                                    "EVENT_HANDLER",
                                    wanted.handler(),
                                    "PROPERTIES",
                                    Map.of("NAME", bot.conversation().profile().name()))));
            id = ask(portal, register).orThrow(register).path("result").asLong();
            told.add("bot " + bot.code() + " is user " + id + ", new");
        }
        save(new BotEntry(portal.id(), id, bot.code(), Generation.V1, Delivery.WEBHOOK, wanted.handler(), token, 0));
        Call press = new Call(
                "imbot.command.register",
                parameters(
                        token,
                        "CLIENT_ID",
                        Map.of(
                                "BOT_ID",
                                id,
                                "COMMAND",
                                PRESS,
                                "HIDDEN",
                                "Y",
                                "EXTRANET_SUPPORT",
                                "Y",
                                "EVENT_COMMAND_ADD",
                                wanted.handler(),
                                "LANG",
                                List.of(Map.of("LANGUAGE_ID", "en", "TITLE", "Button")))));
        told.add(buttons(bot.code(), ask(portal, press)));
        return id;
    }

    private static String buttons(String code, Answer answer) {
        return answer.map(
                _ -> "bot " + code + " hears its buttons",
                problem -> "bot " + code + " can't hear its buttons: " + problem.words());
    }

    /** Has the line call the bot in for what it is there for. */
    private String place(Portal portal, long line, String code, Map<String, Long> ids) {
        HostedBot bot = bots.find(code)
                .filter(hosted -> ids.containsKey(code))
                .orElseThrow(() -> new IllegalArgumentException("line " + line + ": no bot '" + code
                        + "' is hosted here; there are " + String.join(", ", ids.keySet())));
        Call get = new Call("imopenlines.config.get", Map.of("CONFIG_ID", line));
        JsonNode config = ask(portal, get).orThrow(get).path("result");
        if (!config.isObject()) {
            throw new IllegalArgumentException("portal " + portal.domain() + " has no line " + line);
        }
        Place place = Place.of(bot.conversation().profile().role().orElse(Reason.WELCOME));
        long id = ids.getOrDefault(code, 0L);
        Map<String, Object> wanted = new LinkedHashMap<>();
        Place.allBut(place).stream().filter(other -> other.has(config, id)).forEach(old -> wanted.putAll(old.vacant()));
        wanted.putAll(place.fields(id));
        boolean isSo = wanted.entrySet().stream()
                .allMatch(field -> config.path(field.getKey())
                        .asText()
                        .equals(field.getValue().toString()));
        if (isSo) {
            return "line " + line + " " + place.words(code, false) + ", as before";
        }
        Call update = new Call("imopenlines.config.update", Map.of("CONFIG_ID", line, "PARAMS", wanted));
        ask(portal, update).orThrow(update);
        return "line " + line + " " + place.words(code, true);
    }

    private void save(BotEntry entry) {
        portals.save(entry);
        known.changed(); // not to this portal as it was: it may have moved meanwhile
    }

    /** An application's bots need none. A portal that moved knows its bots by the tokens of its old address. */
    private String token(Portal portal, String code) {
        return portal.access() instanceof Webhook
                ? known.bots(portal.id()).stream()
                        .filter(bot -> bot.code().equals(code) && !bot.token().isEmpty())
                        .map(BotEntry::token)
                        .findFirst()
                        .orElseGet(() -> secrets.botToken(portal.domain(), code))
                : "";
    }

    private static Map<String, Object> parameters(String token, String name, Map<String, Object> parameters) {
        var all = new LinkedHashMap<>(parameters);
        if (!token.isEmpty()) {
            all.put(name, token);
        }
        return all;
    }

    private Answer ask(Portal portal, Call call) {
        Answer answer = calls.askAlone(portal.id(), call);
        if (answer instanceof Answer.Refused(Problem.Unreachable unreachable)) {
            throw new IllegalStateException("portal " + portal.domain() + " gives " + unreachable.words());
        }
        return answer;
    }
}
