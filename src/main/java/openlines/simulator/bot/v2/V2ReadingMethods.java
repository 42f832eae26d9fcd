package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** What only supervisors and personal bots may do: look at any message of their chats, and around it. */
@Singleton
final class V2ReadingMethods implements RestMethods {

    private static final int WIDEST = 50;

    private final V2Access access;
    private final V2Objects objects;
    private final Messages messages;
    private final Users users;

    V2ReadingMethods(V2Access access, V2Objects objects, Messages messages, Users users) {
        this.access = access;
        this.objects = objects;
        this.messages = messages;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.Message.get", this::get)
                .add("imbot.v2.Chat.Message.getContext", this::context)
                .methods();
    }

    /** The page names no code for a wrong id: those of the sister method are assumed. */
    private Object get(Call call) {
        Message message = readable(call);
        return JsonMap.of("message", objects.message(message, access.chatOf(message)))
                .with("user", users.find(message.authorId()).map(objects::user).orElse(null));
    }

    private Object context(Call call) {
        Message centre = readable(call);
        Chat chat = access.chatOf(centre);
        int range = Math.clamp(call.params().number("range").orElse((long) WIDEST), 1, WIDEST);
        List<Message> all = messages.of(chat);
        int at = all.indexOf(centre);
        int first = Math.max(0, at - range);
        int end = Math.min(all.size(), at + range + 1);
        List<Message> found = all.subList(first, end);
        List<User> authors = found.stream()
                .map(Message::authorId)
                .distinct()
                .flatMap(id -> users.find(id).stream())
                .toList();
        return JsonMap.of(
                        "messages",
                        found.stream()
                                .map(message -> objects.message(message, chat))
                                .toList())
                .with("users", objects.users(authors))
                .with("hasPrevPage", first > 0)
                .with("hasNextPage", end < all.size());
    }

    private Message readable(Call call) {
        Bot bot = access.bot(call);
        if (!bot.type().equals("supervisor") && !bot.type().equals("personal")) {
            throw RestError.forbidden("BOT_TYPE_NOT_ALLOWED", "Bot type not allowed");
        }
        Message message = messages.find(call.params().id("messageId"))
                .orElseThrow(() -> RestError.of("MESSAGE_NOT_FOUND", "Message not found"));
        if (!access.mayRead(bot, message)) {
            throw RestError.forbidden("MESSAGE_ACCESS_DENIED", "Message access denied");
        }
        return message;
    }
}
