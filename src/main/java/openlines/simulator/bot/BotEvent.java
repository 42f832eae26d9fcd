package openlines.simulator.bot;

import java.util.Map;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.command.Command;
import openlines.simulator.portal.User;
import org.jspecify.annotations.Nullable;

/** What can happen to a bot, before it takes the form of an API's generation. */
public sealed interface BotEvent {

    /** Whom it is about: an author, a caller, somebody who brought the bot. */
    User user();

    /** A message was posted where the bot hears it. */
    record MessageAdded(Chat chat, Message message, User user) implements BotEvent {}

    /** A message was changed. */
    record MessageUpdated(Chat chat, Message message, User user) implements BotEvent {}

    /** A message was deleted; it is told as it was. */
    record MessageDeleted(Chat chat, Message message, User user) implements BotEvent {}

    /** The bot came into a chat. */
    record JoinedChat(Chat chat, User user) implements BotEvent {}

    /** The bot was unregistered. */
    record Deleted(User user) implements BotEvent {}

    /**
     * A person uses a command.
     *
     * @param message the one that was written, or that has the pressed button
     * @param text the command as it is written
     * @param commands each bot's own, by the bot's id
     * @param context textarea, keyboard or menu
     */
    record CommandAdded(
            Chat chat,
            Message message,
            User user,
            String text,
            Map<Long, Command> commands,
            String params,
            String context)
            implements BotEvent {}

    /** A person opened the bot's chat from somewhere that sends a context along: any JSON. */
    record ContextGiven(Chat chat, User user, @Nullable Object context) implements BotEvent {}

    /** A reaction to a message of the bot was set or taken away. */
    record ReactionChanged(Chat chat, Message message, User user, String reaction, boolean set) implements BotEvent {}
}
