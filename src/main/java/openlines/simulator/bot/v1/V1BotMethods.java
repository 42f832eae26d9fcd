package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.BotRemoval;
import openlines.simulator.bot.Bots;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.register} and its kin. */
@Singleton
final class V1BotMethods implements RestMethods {

    private static final int MOST_BOTS = 5;

    private final Bots bots;
    private final V1Access access;
    private final V1Handlers handlers;
    private final V1Profile profile;
    private final BotRemoval removal;
    private final Users users;

    V1BotMethods(Bots bots, V1Access access, V1Handlers handlers, V1Profile profile, BotRemoval removal, Users users) {
        this.bots = bots;
        this.access = access;
        this.handlers = handlers;
        this.profile = profile;
        this.removal = removal;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.register", this::register)
                .add("imbot.update", this::update)
                .add("imbot.unregister", this::unregister)
                .add("imbot.bot.list", this::list)
                .methods();
    }

    /** A code that the same application registered gives the bot back, unchanged (assumed: the page is silent). */
    private Object register(Call call) {
        Parameters params = call.params();
        String owner = access.owner(call);
        Map<String, String> found = handlers.complete(params);
        String code = params.text("CODE", "").strip();
        if (code.isEmpty()) {
            throw RestError.of("CODE_ERROR", "Bot code isn't specified");
        }
        V1Profile.requireName(params.tree("PROPERTIES"));
        Optional<Bot> known = bots.ofCode(owner, code);
        if (known.isPresent()) {
            return known.get().id();
        }
        if (bots.count(owner) >= MOST_BOTS) {
            throw RestError.of(
                    "MAX_COUNT_ERROR",
                    "Has reached the maximum number of bots for application (max: " + MOST_BOTS + ")");
        }
        if (bots.all().stream().anyMatch(bot -> bot.code().equals(code))) {
            throw RestError.of("WRONG_REQUEST", "Bot can't be created");
        }
        return create(params, owner, code, found).id();
    }

    private Bot create(Parameters params, String owner, String code, Map<String, String> found) {
        String type = params.text("TYPE", "B");
        boolean openline = type.equals("O") || params.flag("OPENLINE", false);
        String token = owner.startsWith(Bots.CUSTOM) ? owner.substring(Bots.CUSTOM.length()) : "";
        Bot bot = bots.add(code, Generation.V1, owner, token)
                .typed(word(type))
                .acting(type.equals("H"))
                .heard(EventMode.WEBHOOK, found.get(V1Handlers.MESSAGE_ADD))
                .supporting(openline, true);
        if ((type.equals("B") || type.equals("H")) && !openline) {
            // bound by imbot.update only
            found.remove(V1Handlers.MESSAGE_UPDATE);
            found.remove(V1Handlers.MESSAGE_DELETE);
        }
        found.forEach(bot::handle);
        profile.dress(bot, params.tree("PROPERTIES"));
        return bot;
    }

    /** An unknown letter is an ordinary bot (assumed). */
    private static String word(String type) {
        return switch (type) {
            case "O" -> "openline";
            case "S" -> "supervisor";
            default -> "bot";
        };
    }

    private Object update(Call call) {
        Bot bot = access.bot(call);
        Parameters fields = call.params().tree("FIELDS");
        Map<String, String> found = handlers.given(fields);
        boolean recoded = !fields.blank("CODE");
        if (found.isEmpty() && !recoded && fields.blank("PROPERTIES")) {
            throw RestError.of("WRONG_REQUEST", "Update fields can't be empty");
        }
        Parameters properties = fields.tree("PROPERTIES");
        if (properties.has("NAME") && properties.has("LAST_NAME")) {
            V1Profile.requireName(properties);
        }
        String code = fields.text("CODE", "").strip();
        if (recoded
                && bots.all().stream()
                        .anyMatch(
                                other -> other.id() != bot.id() && other.code().equals(code))) {
            throw RestError.of("WRONG_REQUEST", "Bot can't be updated");
        }
        if (recoded) {
            bot.recode(code);
        }
        found.forEach(bot::handle);
        profile.dress(bot, properties);
        return true;
    }

    private Object unregister(Call call) {
        removal.remove(access.bot(call), call.userId());
        return true;
    }

    /** An application's own; all of the portal for a webhook, which has no CLIENT_ID to give here (assumed). */
    private Object list(Call call) {
        Optional<String> owner = call.caller().app().map(App::clientId);
        JsonMap byId = new JsonMap();
        bots.all().stream()
                .filter(bot -> owner.filter(own -> !own.equals(bot.owner())).isEmpty())
                .forEach(bot -> byId.put(
                        Long.toString(bot.id()),
                        JsonMap.of("ID", bot.id())
                                .with("NAME", users.get(bot.id()).name())
                                .with("CODE", bot.code())
                                .with("OPENLINE", bot.openline() ? "Y" : "N")));
        // PHP knows no empty object
        return byId.isEmpty() ? List.of() : byId;
    }
}
