package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.command.Calls;
import openlines.simulator.command.Command;
import openlines.simulator.content.Reactions;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Decides which bots hear of what happens in chats. */
@Singleton
public final class BotEvents implements FactListener {

    private final Bots bots;
    private final Users users;
    private final Calls calls;
    private final List<BotChannel> channels;

    BotEvents(Bots bots, Users users, Calls calls, List<BotChannel> channels) {
        this.bots = bots;
        this.users = users;
        this.calls = calls;
        this.channels = channels;
    }

    public void deliver(List<Bot> to, BotEvent event) {
        for (BotChannel channel : channels) {
            List<Bot> served = to.stream().filter(channel::serves).toList();
            if (!served.isEmpty()) {
                channel.deliver(served, event);
            }
        }
    }

    void forget(Bot bot) {
        channels.forEach(channel -> channel.forget(bot));
    }

    /** Somebody calls commands of any number of bots by one word. */
    public void call(Chat chat, Message message, User user, Calls.Called called, String context) {
        Map<Long, Command> commands = called.commands().stream()
                .collect(Collectors.toMap(Command::botId, Function.identity(), (one, _) -> one, TreeMap::new));
        String text =
                "/" + called.commands().getFirst().word() + (called.params().isEmpty() ? "" : " ") + called.params();
        deliver(
                commands.keySet().stream()
                        .flatMap(bot -> bots.find(bot).stream())
                        .toList(),
                new BotEvent.CommandAdded(chat, message, user, text, commands, called.params(), context));
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            case ChatFact.MessageAdded(Chat chat, Message message) when !message.system() -> added(chat, message);
            case ChatFact.MessageUpdated(Chat chat, Message message, long by)
            when !message.system() ->
                deliver(
                        listeners(chat, by, message.text()),
                        new BotEvent.MessageUpdated(chat, message, users.get(message.authorId())));
            case ChatFact.MessageDeleted(Chat chat, Message message, long by, boolean _)
            when !message.system() ->
                deliver(
                        listeners(chat, by, message.text()),
                        new BotEvent.MessageDeleted(chat, message, users.get(message.authorId())));
            // a bot that opens a chat by itself is not told so (assumed)
            case ChatFact.Joined(Chat chat, long userId, long by)
            when userId != by ->
                bots.find(userId)
                        .filter(bot -> hears(bot, chat))
                        .ifPresent(bot -> deliver(List.of(bot), new BotEvent.JoinedChat(chat, users.get(by))));
            case BotContext.Opened(Chat chat, User user, Bot bot, Object context) ->
                deliver(List.of(bot), new BotEvent.ContextGiven(chat, user, context));
            case Reactions.ReactionChanged changed ->
                bots.find(changed.message().authorId())
                        .filter(bot -> bot.id() != changed.userId())
                        .ifPresent(bot -> deliver(
                                List.of(bot),
                                new BotEvent.ReactionChanged(
                                        changed.chat(),
                                        changed.message(),
                                        users.get(changed.userId()),
                                        changed.reaction(),
                                        changed.set())));
            default -> {}
        }
    }

    /** A bot that is called by a command does not hear the same text as a message, too (assumed). */
    private void added(Chat chat, Message message) {
        User author = users.get(message.authorId());
        bots.find(author.id()).ifPresent(Bot::counted);
        Set<Long> called = new HashSet<>();
        for (Calls.Called call : calls.in(chat, message)) {
            call.commands().forEach(command -> called.add(command.botId()));
            call(chat, message, author, call, "textarea");
        }
        List<Bot> others = listeners(chat, author.id(), message.text()).stream()
                // whom the same moment brought in after the words has not heard them
                .filter(bot -> !called.contains(bot.id()) && chat.hears(bot.id(), message.id()))
                .toList();
        deliver(others, new BotEvent.MessageAdded(chat, message, author));
    }

    /** In a line every bot of the chat hears every word; elsewhere an ordinary bot hears what names it. */
    private List<Bot> listeners(Chat chat, long but, String text) {
        return chat.members().stream()
                .filter(member -> member != but)
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
                || Mentions.of(text).contains(bot.id());
    }
}
