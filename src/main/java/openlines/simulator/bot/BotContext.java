package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import org.jspecify.annotations.Nullable;

/** Brings a person with some context to a bot's one-to-one chat. */
@Singleton
public final class BotContext {

    private final Bots bots;
    private final Users users;
    private final Chats chats;
    private final BotEvents events;

    BotContext(Bots bots, Users users, Chats chats, BotEvents events) {
        this.bots = bots;
        this.users = users;
        this.chats = chats;
        this.events = events;
    }

    /** False where there is no such bot. */
    public boolean give(long userId, long botId, @Nullable Object context) {
        return bots.find(botId)
                .map(bot -> {
                    give(chats.between(userId, botId), users.get(userId), bot, context);
                    return true;
                })
                .orElse(false);
    }

    /** In a chat that is there already. */
    public void give(Chat chat, User user, Bot bot, @Nullable Object context) {
        events.deliver(List.of(bot), new BotEvent.ContextGiven(chat, user, context));
    }
}
