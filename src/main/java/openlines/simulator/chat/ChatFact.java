package openlines.simulator.chat;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** What happens in chats. */
public sealed interface ChatFact extends Fact {

    Chat chat();

    /** A message was posted. */
    record MessageAdded(Chat chat, Message message) implements ChatFact {
        @Override
        public JsonMap json() {
            return ChatFact.of(chat, message).with("text", message.text());
        }
    }

    /** A message was changed. */
    record MessageUpdated(Chat chat, Message message, long userId) implements ChatFact {
        @Override
        public JsonMap json() {
            return ChatFact.of(chat, message).with("text", message.text()).with("userId", userId);
        }
    }

    /** A message was taken away; {@code message} is as it was. */
    record MessageDeleted(Chat chat, Message message, long userId, boolean complete) implements ChatFact {
        @Override
        public JsonMap json() {
            return ChatFact.of(chat, message).with("userId", userId);
        }
    }

    /** A user or a bot came in; {@code by} is who let them in. */
    record Joined(Chat chat, long userId, long by) implements ChatFact {
        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id()).with("userId", userId).with("by", by);
        }
    }

    /** A user or a bot is out. */
    record Left(Chat chat, long userId) implements ChatFact {
        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id()).with("userId", userId);
        }
    }

    /** Somebody types. */
    record Typing(Chat chat, long userId) implements ChatFact {
        @Override
        public JsonMap json() {
            return JsonMap.of("chatId", chat.id()).with("userId", userId);
        }
    }

    private static JsonMap of(Chat chat, Message message) {
        return JsonMap.of("chatId", chat.id())
                .with("messageId", message.id())
                .with("authorId", message.authorId())
                .with("sessionId", message.sessionId())
                .with("params", message.params());
    }
}
