package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.method.ImDialogs;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.Value;

/** Whose a bot is, in the words of the first generation: a webhook says it by CLIENT_ID. */
@Singleton
final class V1Access {

    private final Bots bots;
    private final ImDialogs dialogs;
    private final Users users;
    private final Chats chats;

    V1Access(Bots bots, ImDialogs dialogs, Users users, Chats chats) {
        this.bots = bots;
        this.dialogs = dialogs;
        this.users = users;
        this.chats = chats;
    }

    /** The client id, or {@code custom} and the CLIENT_ID that is given. */
    String owner(Call call) {
        return knownOwner(call)
                .orElseThrow(() -> RestError.forbidden("ACCESS_DENIED", "Access denied! Client ID not specified"));
    }

    /** Empty where nothing tells. */
    Optional<String> knownOwner(Call call) {
        if (!call.caller().webhook()) {
            return call.caller().app().map(App::clientId);
        }
        return call.params().text("CLIENT_ID").filter(id -> !id.isEmpty()).map(id -> Bots.CUSTOM + id);
    }

    /** The bot of BOT_ID, proved to be the caller's. */
    Bot bot(Call call) {
        String owner = owner(call);
        Bot bot = bots.find(call.params().id("BOT_ID")).orElseThrow(V1Access::noBot);
        if (!bot.owner().equals(owner)) {
            throw RestError.of("APP_ID_ERROR", "Bot was installed by another rest application");
        }
        return bot;
    }

    /** Without BOT_ID the first bot of the application speaks. */
    Bot speaker(Call call) {
        if (!call.params().blank("BOT_ID")) {
            return bot(call);
        }
        String owner = owner(call);
        return owned(owner).stream().findFirst().orElseThrow(V1Access::noBot);
    }

    List<Bot> owned(String owner) {
        return bots.all().stream().filter(bot -> bot.owner().equals(owner)).toList();
    }

    static RestError noBot() {
        return RestError.of("BOT_ID_ERROR", "Bot not found");
    }

    /** The chat of DIALOG_ID; empty where the bot may not write there. */
    Optional<Chat> dialog(Call call, Bot bot) {
        String dialogId = call.params().text("DIALOG_ID", "");
        if (!ImDialogs.wellFormed(dialogId)) {
            throw RestError.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty");
        }
        boolean stranger = !dialogId.startsWith("chat")
                && Value.number(dialogId)
                        .flatMap(users::find)
                        .filter(user -> !user.customer() && user.id() != bot.id())
                        .isEmpty();
        return stranger ? Optional.empty() : dialogs.find(dialogId, bot.id()).filter(chat -> chat.has(bot.id()));
    }

    /** The chat of CHAT_ID; empty where there is none. */
    Optional<Chat> chat(Call call) {
        long id = call.params().id("CHAT_ID");
        if (id == 0) {
            throw RestError.of("CHAT_ID_EMPTY", "Chat ID can't be empty");
        }
        return chats.find(id);
    }

    Optional<Chat> chatOf(Message message) {
        return chats.find(message.chatId());
    }
}
