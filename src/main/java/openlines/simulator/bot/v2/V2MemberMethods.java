package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.ChatMaking;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Messages;
import openlines.simulator.method.Group;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imbot.v2.Chat.User.*} and {@code Manager.*}: who is in a chat, and who runs it. */
@Singleton
final class V2MemberMethods implements RestMethods {

    private final V2Access access;
    private final V2Objects objects;
    private final ChatMaking making;
    private final Chats chats;
    private final Users users;
    private final Messages messages;

    V2MemberMethods(
            V2Access access, V2Objects objects, ChatMaking making, Chats chats, Users users, Messages messages) {
        this.access = access;
        this.objects = objects;
        this.making = making;
        this.chats = chats;
        this.users = users;
        this.messages = messages;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.Manager.add", call -> manage(call, true))
                .add("imbot.v2.Chat.Manager.delete", call -> manage(call, false))
                .add("imbot.v2.Chat.User.add", this::add)
                .add("imbot.v2.Chat.User.delete", this::delete)
                .add("imbot.v2.Chat.User.list", this::list)
                .methods();
    }

    private Object manage(Call call, boolean manager) {
        Bot bot = access.bot(call);
        List<Long> ids = ids(call);
        if (ids.isEmpty()) {
            throw RestError.of("EMPTY_USER_IDS", "Empty user IDs");
        }
        Chat chat = access.chat(call, bot);
        if (chat.owner() != bot.id()) {
            throw V2Access.denied();
        }
        ids.stream().filter(chat::has).forEach(user -> chat.manage(user, manager));
        return V2Access.done();
    }

    private Object add(Call call) {
        Bot bot = access.bot(call);
        Chat chat = administered(call, bot);
        ids(call).stream().filter(making::present).forEach(user -> chats.join(chat, user, bot.id()));
        return V2Access.done();
    }

    private Object delete(Call call) {
        Chat chat = administered(call, access.bot(call));
        long user = call.params().id("userId");
        if (user == chat.owner()) {
            throw V2Access.denied();
        }
        chats.leave(chat, user);
        return V2Access.done();
    }

    private Chat administered(Call call, Bot bot) {
        Chat chat = access.chat(call, bot);
        if (!access.administers(bot, chat)) {
            throw V2Access.denied();
        }
        return chat;
    }

    private Object list(Call call) {
        Chat chat = access.chat(call, access.bot(call));
        long limit = Math.clamp(call.params().number("limit").orElse(50L), 1, 200);
        List<User> members = chat.members().stream()
                .map(users::get)
                .sorted(order(call.params().tree("order"), chat))
                .limit(limit)
                .toList();
        return objects.users(members);
    }

    /** By the relation's id, which grows as people come, where nothing is asked for (assumed to be the user's id). */
    private Comparator<User> order(Parameters order, Chat chat) {
        Comparator<User> byId = Comparator.comparingLong(User::id);
        if (order.has("lastSendMessageId")) {
            Map<Long, Long> last = new HashMap<>();
            messages.of(chat).forEach(message -> last.put(message.authorId(), message.id()));
            return directed(
                    Comparator.<User>comparingLong(user -> last.getOrDefault(user.id(), 0L))
                            .thenComparing(byId),
                    order.text("lastSendMessageId", ""));
        }
        return directed(byId, order.text("userId", order.text("id", "")));
    }

    private static Comparator<User> directed(Comparator<User> order, String direction) {
        return direction.equalsIgnoreCase("DESC") ? order.reversed() : order;
    }

    private static List<Long> ids(Call call) {
        return call.params().list("userIds").stream()
                .flatMap(id -> Value.number(id).stream())
                .toList();
    }
}
