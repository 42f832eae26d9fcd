package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import openlines.simulator.bot.Bot.Generation;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.engine.Stock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.Users;

/** The registered chatbots. */
@Singleton
public final class Bots extends Stock<Bot> {

    /** How the owner of a webhook's bot is written: this and the bot's token (documented for CLIENT_ID). */
    public static final String CUSTOM = "custom";

    private final Users users;
    private final Chats chats;

    Bots(Users users, Chats chats) {
        super("bots", Bot.class, 1);
        this.users = users;
        this.chats = chats;
    }

    public Bot add(String code, Generation generation, String owner, String token) {
        User user = users.add(Kind.BOT, code, "");
        return shelf.put(user.id(), new Bot(user.id(), code, generation, owner, token));
    }

    public Optional<Bot> ofCode(String owner, String code) {
        return shelf.all().stream()
                .filter(bot -> bot.owner().equals(owner) && bot.code().equals(code))
                .findFirst();
    }

    public long count(String owner) {
        return shelf.all().stream().filter(bot -> bot.owner().equals(owner)).count();
    }

    /** Takes the bot out of all chats; its user stays, dismissed, so that its words keep their author. */
    public void remove(Bot bot) {
        shelf.remove(bot.id());
        chats.all().stream().filter(chat -> chat.has(bot.id())).toList().forEach(chat -> chats.leave(chat, bot.id()));
        users.get(bot.id()).dismiss();
    }

    public long chatsOf(Bot bot) {
        return chats.all().stream().filter(chat -> chat.has(bot.id())).count();
    }

    public long usersOf(Bot bot) {
        return chats.all().stream()
                .filter(chat -> chat.has(bot.id()))
                .map(Chat::members)
                .flatMap(Collection::stream)
                .filter(member -> member != bot.id())
                .distinct()
                .count();
    }
}
