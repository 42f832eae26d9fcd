package openlines.simulator.bot;

import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.portal.User;

/** What can happen to a bot, before it takes the form of an API's generation. */
public sealed interface BotEvent {

    /** Who caused it. */
    User user();

    /** A message was posted where the bot hears it. */
    record MessageAdded(Chat chat, Message message, User user) implements BotEvent {}

    /** A message was changed. */
    record MessageUpdated(Chat chat, Message message, User user) implements BotEvent {}

    /** A message was deleted. */
    record MessageDeleted(Chat chat, Message message, User user) implements BotEvent {}

    /** The bot came into a chat. */
    record JoinedChat(Chat chat, User user) implements BotEvent {}

    /** The bot was unregistered. */
    record Deleted(User user) implements BotEvent {}

    /** A person uses one of the bot's commands; {@code context} is textarea, keyboard or menu. */
    record CommandAdded(
            Chat chat, Message message, User user, long commandId, String command, String params, String context)
            implements BotEvent {}

    /** A person opened the bot's chat from somewhere that sends a context along. */
    record ContextGiven(Chat chat, User user, String context) implements BotEvent {}

    /** A reaction to a message was set or taken away. */
    record ReactionChanged(Chat chat, Message message, User user, String reaction, boolean set) implements BotEvent {}
}
