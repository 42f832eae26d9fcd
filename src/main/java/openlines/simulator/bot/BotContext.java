package openlines.simulator.bot;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import org.jspecify.annotations.Nullable;

/** Brings a person with some context to a bot's one-to-one chat. */
@Singleton
public final class BotContext {

    /** Somebody came with a context; told as a fact, so that it stands behind the joining of the chat. */
    public record Opened(
            Chat chat, User user, Bot bot, @Nullable Object context) implements Fact {
        @Override
        public String name() {
            return "BotOpened";
        }

        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id())
                    .with("userId", user.id())
                    .with("botId", bot.id())
                    .with("context", context);
        }
    }

    private final Bots bots;
    private final Users users;
    private final Chats chats;
    private final Facts facts;

    BotContext(Bots bots, Users users, Chats chats, Facts facts) {
        this.bots = bots;
        this.users = users;
        this.chats = chats;
        this.facts = facts;
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
        facts.emit(new Opened(chat, user, bot, context));
    }
}
