package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.BotRemoval;
import openlines.simulator.bot.Bots;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imbot.v2.Bot.*}: a bot is registered, changed, looked up and taken away. */
@Singleton
final class V2BotMethods implements RestMethods {

    private static final Set<String> TYPES = Set.of("bot", "network", "openline", "supervisor", "personal");
    private static final int MOST_BOTS = 100;
    private static final int LONGEST_TOKEN = 40;

    private final Bots bots;
    private final V2Access access;
    private final BotForm form;
    private final BotViews views;
    private final BotRemoval removal;
    private final Revision revision;

    V2BotMethods(Bots bots, V2Access access, BotForm form, BotViews views, BotRemoval removal, Revision revision) {
        this.bots = bots;
        this.access = access;
        this.form = form;
        this.views = views;
        this.removal = removal;
        this.revision = revision;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Bot.register", this::register)
                .add("imbot.v2.Bot.update", this::update)
                .add("imbot.v2.Bot.get", this::get)
                .add("imbot.v2.Bot.list", this::list)
                .add("imbot.v2.Bot.unregister", this::unregister)
                .methods();
    }

    /** The same code of the same owner gives the bot back, unchanged. */
    private Object register(Call call) {
        Parameters fields = call.params().tree("fields");
        // the token stands inside fields here, and only here
        String owner = access.owner(call, fields);
        String token = call.caller().webhook() ? fields.text("botToken", "") : "";
        requireLength(token);
        String code = fields.text("code", "").strip();
        if (code.isEmpty()) {
            throw RestError.of("BOT_CODE_REQUIRED", "Bot code is required");
        }
        Bot bot = bots.ofCode(owner, code).orElseGet(() -> create(fields, code, owner, token));
        return views.one(bot);
    }

    private void requireLength(String token) {
        if (token.length() > LONGEST_TOKEN && revision.since(36)) {
            throw RestError.of("BOT_TOKEN_INVALID_LENGTH", "Bot token must not be longer than 40 characters");
        }
    }

    private Bot create(Parameters fields, String code, String owner, String token) {
        if (fields.tree("properties").text("name", "").isBlank()) {
            throw RestError.of("BOT_PROPERTIES_REQUIRED", "Bot properties are required");
        }
        if (bots.all().stream().anyMatch(bot -> bot.code().equals(code))) {
            throw RestError.of("BOT_CODE_ALREADY_TAKEN", "Bot code is already taken");
        }
        String type = fields.text("type", "bot");
        if (!TYPES.contains(type)) {
            throw RestError.of("BOT_INVALID_TYPE", "Invalid bot type");
        }
        BotForm.Hearing hearing = form.hearing(fields, EventMode.FETCH, null);
        Optional<String> avatar = form.avatar(fields);
        if (bots.count(owner) >= MOST_BOTS) {
            throw RestError.of("BOT_LIMIT_EXCEEDED", "Bot limit exceeded");
        }
        Bot bot = bots.add(code, Generation.V2, owner, token).typed(type).heard(hearing.mode(), hearing.url());
        form.dress(bot, fields, avatar);
        return bot;
    }

    private Object update(Call call) {
        Bot bot = access.bot(call);
        Parameters fields = call.params().tree("fields");
        BotForm.Hearing hearing = form.hearing(fields, bot.eventMode(), bot.handlerUrl());
        Optional<String> avatar = form.avatar(fields);
        rotate(bot, fields.text("botToken", "").strip());
        bot.heard(hearing.mode(), hearing.url());
        form.dress(bot, fields, avatar);
        return views.one(bot);
    }

    /** The old secret stops at once; the cause of a collision is hidden on purpose (documented). */
    private void rotate(Bot bot, String token) {
        if (token.isEmpty() || !revision.since(35)) {
            return;
        }
        String owner = Bots.CUSTOM + token;
        boolean taken = bots.all().stream()
                .anyMatch(other -> other.id() != bot.id() && other.owner().equals(owner));
        if (taken || token.length() > LONGEST_TOKEN) {
            throw RestError.of("BOT_TOKEN_ROTATION_FAILED", "Bot token rotation failed");
        }
        bot.rotate(token);
    }

    /** By id where both are given (assumed); another's bot is shown briefly instead of refused. */
    private Object get(Call call) {
        String owner = access.owner(call, call.params());
        if (call.params().blank("botId") && call.params().blank("code")) {
            throw RestError.of("PARAMS_REQUIRED", "Required parameters are missing");
        }
        Optional<Bot> found = call.params().blank("botId")
                ? byCode(owner, call.params().text("code", ""))
                : bots.find(call.params().id("botId"));
        Bot bot = found.orElseThrow(() -> RestError.of("BOT_NOT_FOUND", "Bot not found"));
        return bot.owner().equals(owner) ? views.one(bot) : views.brief(bot);
    }

    private Optional<Bot> byCode(String owner, String code) {
        return bots.ofCode(owner, code)
                .or(() -> bots.all().stream()
                        .filter(bot -> bot.code().equals(code))
                        .findFirst());
    }

    private Object list(Call call) {
        String owner = access.owner(call, call.params());
        Optional<String> type = call.params().tree("filter").text("type").filter(given -> !given.isEmpty());
        long limit = Math.clamp(call.params().number("limit").orElse(50L), 1, 1000);
        long offset = Math.max(0, call.params().number("offset").orElse(0L));
        List<Bot> all = bots.all().stream()
                .filter(bot -> bot.owner().equals(owner)
                        && type.filter(wanted -> !wanted.equals(bot.type())).isEmpty())
                .toList();
        List<Bot> page = all.stream().skip(offset).limit(limit).toList();
        return views.many(page, all.size() > offset + page.size());
    }

    private Object unregister(Call call) {
        removal.remove(access.bot(call), call.userId());
        return V2Access.done();
    }
}
