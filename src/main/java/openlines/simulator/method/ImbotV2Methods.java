package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bot.EventMode;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.bot.Bots;
import openlines.simulator.bot.V2Objects;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** What a second-generation bot needs first: to be registered, and to speak. */
@Singleton
final class ImbotV2Methods implements RestMethods {

    private static final Set<String> TYPES = Set.of("bot", "network", "openline", "supervisor", "personal");
    private static final int MOST_BOTS = 100;
    private static final int LONGEST_TOKEN = 40;

    private final Bots bots;
    private final BotAccess access;
    private final Users users;
    private final V2Objects objects;
    private final ImDialogs dialogs;
    private final Messages messages;

    ImbotV2Methods(Bots bots, BotAccess access, Users users, V2Objects objects, ImDialogs dialogs, Messages messages) {
        this.bots = bots;
        this.access = access;
        this.users = users;
        this.objects = objects;
        this.dialogs = dialogs;
        this.messages = messages;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Bot.register", this::register)
                .add("imbot.v2.Chat.Message.send", this::send)
                .methods();
    }

    private Object register(Call call) {
        Parameters fields = call.params().tree("fields");
        String token = access.registrationToken(call, fields);
        if (token.length() > LONGEST_TOKEN) {
            throw RestError.of("BOT_TOKEN_INVALID_LENGTH", "Bot token is too long");
        }
        String code = fields.text("code", "");
        if (code.isEmpty()) {
            throw RestError.of("BOT_CODE_REQUIRED", "Bot code is required");
        }
        String owner = access.owner(call, token);
        Bot bot = bots.ofCode(owner, code).orElseGet(() -> create(fields, code, owner, token));
        return JsonMap.of("bot", objects.bot(bot)).with("users", objects.users(List.of(users.get(bot.id()))));
    }

    private Bot create(Parameters fields, String code, String owner, String token) {
        Parameters properties = fields.tree("properties");
        if (properties.text("name", "").isEmpty()) {
            throw RestError.of("BOT_PROPERTIES_REQUIRED", "Bot properties are required");
        }
        if (bots.all().stream().anyMatch(bot -> bot.code().equals(code))) {
            throw RestError.of("BOT_CODE_ALREADY_TAKEN", "Bot code is already taken");
        }
        String type = fields.text("type", "bot");
        if (!TYPES.contains(type)) {
            throw RestError.of("BOT_INVALID_TYPE", "Invalid bot type");
        }
        EventMode mode = mode(fields.text("eventMode", "fetch"));
        String url = fields.text("webhookUrl", "");
        if (mode == EventMode.WEBHOOK) {
            requireUrl(url);
        }
        if (bots.count(owner) >= MOST_BOTS) {
            throw RestError.of("BOT_LIMIT_EXCEEDED", "Bot limit exceeded");
        }
        Bot bot = bots.add(code, Generation.V2, owner, token)
                .typed(type)
                .heard(mode, url.isEmpty() ? null : url)
                .supporting(
                        type.equals("openline") || fields.flag("isSupportOpenline", false),
                        fields.flag("isReactionsEnabled", true))
                .shown(fields.flag("isHidden", false), null);
        dress(users.get(bot.id()), properties);
        return bot;
    }

    private static void dress(User user, Parameters properties) {
        user.named(properties.text("name", ""), properties.text("lastName", ""))
                .working(properties.text("workPosition", ""), List.of())
                .looking(properties.text("gender", "M"), "");
    }

    private static EventMode mode(String text) {
        return switch (text) {
            case "fetch" -> EventMode.FETCH;
            case "webhook" -> EventMode.WEBHOOK;
            default -> throw RestError.of("BOT_INVALID_EVENT_MODE", "Invalid event mode");
        };
    }

    private static void requireUrl(String url) {
        if (url.isEmpty()) {
            throw RestError.of("BOT_WEBHOOK_URL_REQUIRED", "Webhook URL is required");
        }
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new URISyntaxException(url, "no web address");
            }
        } catch (URISyntaxException e) {
            throw RestError.of("BOT_INVALID_CALLBACK", "Invalid callback URL");
        }
    }

    private Object send(Call call) {
        Bot bot = access.bot(call);
        Parameters fields = call.params().tree("fields");
        Chat chat = dialogs.find(call.params().text("dialogId", ""), bot.id())
                .filter(found -> found.has(bot.id()))
                .orElseThrow(() -> RestError.forbidden("ACCESS_DENIED", "Access denied"));
        String text = fields.text("message", "");
        if (text.isEmpty() && fields.blank("attach")) {
            throw RestError.of("EMPTY_MESSAGE", "Message is empty");
        }
        Draft draft = Draft.of(fields.flag("system", false) ? 0 : bot.id(), text);
        for (String name : List.of("attach", "keyboard")) {
            if (!fields.blank(name)) {
                draft = draft.with(name.toUpperCase(Locale.ROOT), fields.raw(name));
            }
        }
        if (fields.id("replyId") > 0) {
            draft = draft.with("REPLY_ID", fields.id("replyId"));
        }
        Message message = messages.post(chat, draft);
        return JsonMap.of("id", message.id()).with("uuidMap", new JsonMap());
    }
}
