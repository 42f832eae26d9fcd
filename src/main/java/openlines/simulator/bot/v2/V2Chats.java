package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import org.jspecify.annotations.Nullable;

/** Chats as methods of the second generation answer them: with all that events leave out. */
@Singleton
final class V2Chats {

    private final V2Objects objects;
    private final Messages messages;

    V2Chats(V2Objects objects, Messages messages) {
        this.objects = objects;
        this.messages = messages;
    }

    JsonMap whole(Chat chat, long seenBy) {
        List<Long> unread = unread(chat, seenBy);
        return objects.chat(chat, seenBy)
                // null here and 0 in events (observed)
                .with("parentChatId", null)
                .with("parentMessageId", null)
                .with("role", role(chat, seenBy))
                .with("muteList", List.copyOf(chat.muted()))
                .with("dateCreate", Dates.atom(chat.created()))
                .with("lastMessageId", orNull(chat.lastMessage()))
                .with("lastId", orNull(chat.read(seenBy)))
                .with("managerList", List.copyOf(chat.managers()))
                .with("messageCount", chat.messages())
                .with("userCounter", chat.members().size())
                .with("unreadId", unread.isEmpty() ? null : unread.getFirst())
                .with("lastMessageViews", "{}")
                .with("markedId", null)
                .with("public", "");
    }

    private static @Nullable Long orNull(long id) {
        return id == 0 ? null : id;
    }

    private static String role(Chat chat, long user) {
        if (chat.owner() == user) {
            return "owner";
        }
        if (chat.managers().contains(user)) {
            return "manager";
        }
        return chat.has(user) ? "member" : "none";
    }

    List<Long> unread(Chat chat, long user) {
        return messages.of(chat).stream()
                .filter(message -> message.id() > chat.read(user) && message.authorId() != user)
                .map(Message::id)
                .toList();
    }
}
