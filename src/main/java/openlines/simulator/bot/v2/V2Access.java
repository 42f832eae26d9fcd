package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.ImDialogs;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Whose a bot is: the application's, or that of whoever knows its token; and where it may write. */
@Singleton
final class V2Access {

    private final Bots bots;
    private final ImDialogs dialogs;
    private final Users users;
    private final Messages messages;
    private final Chats chats;
    private final Revision revision;

    V2Access(Bots bots, ImDialogs dialogs, Users users, Messages messages, Chats chats, Revision revision) {
        this.bots = bots;
        this.dialogs = dialogs;
        this.users = users;
        this.messages = messages;
        this.chats = chats;
        this.revision = revision;
    }

    /** The client id, or {@code custom} and the token, which stands in {@code given}; applications need none. */
    String owner(Call call, Parameters given) {
        if (!call.caller().webhook()) {
            return call.caller().app().map(App::clientId).orElseThrow();
        }
        return Bots.CUSTOM
                + given.text("botToken")
                        .filter(token -> !token.isEmpty())
                        .orElseThrow(() -> RestError.of(
                                revision.since(34) ? "BOT_TOKEN_NOT_SPECIFIED" : "CLIENT_ID_NOT_SPECIFIED",
                                "Bot token is not specified"));
    }

    /** The bot of {@code botId}, proved to be the caller's. */
    Bot bot(Call call) {
        String owner = owner(call, call.params());
        if (call.params().blank("botId")) {
            throw RestError.of("BOT_ID_REQUIRED", "Bot ID is required");
        }
        Bot bot =
                bots.find(call.params().id("botId")).orElseThrow(() -> RestError.of("BOT_NOT_FOUND", "Bot not found"));
        if (!bot.owner().equals(owner)) {
            throw RestError.forbidden("BOT_OWNERSHIP_ERROR", "Bot is registered by another application");
        }
        return bot;
    }

    /** Who calls for a bot that is not there: it may have been theirs. */
    Optional<String> gone(Call call) {
        return bots.find(call.params().id("botId")).isPresent()
                ? Optional.empty()
                : Optional.of(owner(call, call.params()));
    }

    /** The chat of {@code dialogId}, which the bot is in; one with a person is made at need. */
    Chat chat(Call call, Bot bot) {
        String dialogId = call.params().text("dialogId", "");
        if (!reachable(dialogId, bot)) {
            throw denied();
        }
        return dialogs.find(dialogId, bot.id())
                .filter(chat -> chat.has(bot.id()))
                .orElseThrow(V2Access::denied);
    }

    /** A customer of a line has no chat with a bot but the line's (assumed), and nobody has one with themselves. */
    private boolean reachable(String dialogId, Bot bot) {
        return dialogId.startsWith("chat")
                || Value.number(dialogId)
                        .flatMap(users::find)
                        .filter(user -> !user.customer() && user.id() != bot.id())
                        .isPresent();
    }

    /** A message of a chat that the bot is in. */
    Message message(Call call, Bot bot) {
        return messages.find(call.params().id("messageId"))
                .filter(message -> mayRead(bot, message))
                .orElseThrow(V2Access::denied);
    }

    boolean mayRead(Bot bot, Message message) {
        return chats.find(message.chatId()).filter(chat -> chat.has(bot.id())).isPresent();
    }

    Chat chatOf(Message message) {
        return chats.get(message.chatId());
    }

    /** The owner and the managers (assumed: the pages say administrator). */
    boolean administers(Bot bot, Chat chat) {
        return chat.owner() == bot.id() || chat.managers().contains(bot.id());
    }

    static RestError denied() {
        return RestError.forbidden("ACCESS_DENIED", "Access denied");
    }

    static JsonMap done() {
        return JsonMap.of("result", true);
    }
}
