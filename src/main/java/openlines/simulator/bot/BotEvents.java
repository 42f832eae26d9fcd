package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Decides which bots hear of what happens in chats. */
@Singleton
public final class BotEvents implements FactListener {

    private final Bots bots;
    private final Users users;
    private final List<BotChannel> channels;

    BotEvents(Bots bots, Users users, List<BotChannel> channels) {
        this.bots = bots;
        this.users = users;
        this.channels = channels;
    }

    public void deliver(Bot bot, BotEvent event) {
        channels.stream().filter(channel -> channel.serves(bot)).forEach(channel -> channel.deliver(bot, event));
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            case ChatFact.MessageAdded(Chat chat, Message message)
            when !message.system() -> {
                User author = users.get(message.authorId());
                bots.find(author.id()).ifPresent(Bot::counted);
                listeners(chat, author, message.text())
                        .forEach(bot -> deliver(bot, new BotEvent.MessageAdded(chat, message, author)));
            }
            case ChatFact.MessageUpdated(Chat chat, Message message, long by)
            when !message.system() ->
                users.find(by)
                        .ifPresent(user -> listeners(chat, user, message.text())
                                .forEach(bot -> deliver(bot, new BotEvent.MessageUpdated(chat, message, user))));
            case ChatFact.MessageDeleted(Chat chat, Message message, long by, boolean _)
            when !message.system() ->
                users.find(by)
                        .ifPresent(user -> listeners(chat, user, message.text())
                                .forEach(bot -> deliver(bot, new BotEvent.MessageDeleted(chat, message, user))));
            case ChatFact.Joined(Chat chat, long userId, long by) ->
                bots.find(userId)
                        .filter(bot -> hears(bot, chat))
                        .ifPresent(bot -> deliver(bot, new BotEvent.JoinedChat(chat, users.get(by))));
            default -> {}
        }
    }

    /** In a line every bot of the chat hears every word; elsewhere an ordinary bot hears what names it. */
    private List<Bot> listeners(Chat chat, User author, String text) {
        return chat.members().stream()
                .filter(member -> member != author.id())
                .map(bots::find)
                .flatMap(Optional::stream)
                .filter(bot -> hears(bot, chat) && (chat.lines() || addressed(bot, chat, text)))
                .toList();
    }

    private static boolean hears(Bot bot, Chat chat) {
        return !chat.lines() || bot.openline();
    }

    private static boolean addressed(Bot bot, Chat chat, String text) {
        return chat.type() == Chat.Type.PRIVATE
                || bot.type().equals("supervisor")
                || bot.type().equals("personal")
                || text.contains("[USER=" + bot.id() + "]")
                || text.contains("[USER=" + bot.id() + " ");
    }
}
