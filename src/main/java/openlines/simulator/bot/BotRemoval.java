package openlines.simulator.bot;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.command.Commands;
import openlines.simulator.portal.Users;

/** Takes bots out of the portal, with all that hangs on them. */
@Singleton
public final class BotRemoval {

    private final Bots bots;
    private final BotEvents events;
    private final Commands commands;
    private final Chats chats;
    private final Users users;

    BotRemoval(Bots bots, BotEvents events, Commands commands, Chats chats, Users users) {
        this.bots = bots;
        this.events = events;
        this.commands = commands;
        this.chats = chats;
        this.users = users;
    }

    /** The bot is told first; then its commands, its one-to-one chats (documented for the first generation) and it go. */
    public void remove(Bot bot, long by) {
        events.deliver(List.of(bot), new BotEvent.Deleted(users.get(by)));
        events.forget(bot);
        commands.of(bot.id()).forEach(commands::remove);
        chats.all().stream()
                .filter(chat -> chat.type() == Chat.Type.PRIVATE && chat.has(bot.id()))
                .toList()
                .forEach(chats::remove);
        bots.remove(bot);
    }

    /** All bots of an application that goes. */
    public void removeAll(String owner, long by) {
        bots.all().stream().filter(bot -> bot.owner().equals(owner)).toList().forEach(bot -> remove(bot, by));
    }
}
