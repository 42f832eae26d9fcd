package openlines.simulator.bot.v1;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.ChatMaking;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** Who is in a chat and who runs it, as a first-generation bot decides. */
@Singleton
final class V1MemberMethods implements RestMethods {

    private final V1Access access;
    private final ChatMaking making;
    private final Chats chats;

    V1MemberMethods(V1Access access, ChatMaking making, Chats chats) {
        this.access = access;
        this.making = making;
        this.chats = chats;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.chat.leave", this::leave)
                .add("imbot.chat.setManager", this::setManager)
                .add("imbot.chat.setOwner", this::setOwner)
                .add("imbot.chat.user.add", this::add)
                .add("imbot.chat.user.delete", this::delete)
                .add("imbot.chat.user.list", this::list)
                .methods();
    }

    private Object leave(Call call) {
        Bot bot = access.speaker(call);
        Chat chat = removable(access.chat(call), bot);
        takeOut(chat, bot.id());
        return true;
    }

    private Object delete(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> found = access.chat(call);
        long user = userId(call);
        Chat chat = removable(found, bot);
        if (!chat.has(user)) {
            throw noMember();
        }
        takeOut(chat, user);
        return true;
    }

    private void takeOut(Chat chat, long user) {
        if (chat.owner() == user && !chat.lines()) {
            throw RestError.forbidden("ACCESS_ERROR", "LEAVE_OWNER_FORBIDDEN");
        }
        chats.leave(chat, user);
    }

    private static Chat removable(Optional<Chat> found, Bot bot) {
        Chat chat = found.filter(own -> own.has(bot.id())).orElseThrow(V1MemberMethods::noMember);
        if (chat.type() == Chat.Type.PRIVATE) {
            throw RestError.forbidden("ACCESS_ERROR", "It is forbidden to delete users of this chat");
        }
        return chat;
    }

    private static RestError noMember() {
        return RestError.of("WRONG_REQUEST", "You don't have access or user isn't member in chat");
    }

    private Object setManager(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> found = access.chat(call);
        long user = userId(call);
        Chat chat = found.filter(own -> own.owner() == bot.id() && own.has(user))
                .orElseThrow(() ->
                        RestError.of("WRONG_REQUEST", "Change manager can only owner and user must be member in chat"));
        chat.manage(user, call.params().flag("IS_MANAGER", true));
        return true;
    }

    private Object setOwner(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> found = access.chat(call);
        long user = userId(call);
        if (found.filter(chat -> chat.type() == Chat.Type.PRIVATE || chat.lines())
                .isPresent()) {
            throw RestError.forbidden("ACCESS_ERROR", "Action unavailable");
        }
        Chat chat = found.filter(own -> own.owner() == bot.id() && own.has(user))
                .orElseThrow(() ->
                        RestError.of("WRONG_REQUEST", "Change owner can only owner and user must be member in chat"));
        chat.own(user);
        return true;
    }

    private static long userId(Call call) {
        long user = call.params().id("USER_ID");
        if (user == 0) {
            throw RestError.of("USER_ID_EMPTY", "User ID can't be empty");
        }
        return user;
    }

    /** Nobody new among them is an error. */
    private Object add(Call call) {
        Bot bot = access.speaker(call);
        Optional<Chat> found = access.chat(call);
        Object given = call.params().raw("USERS");
        if (!(given instanceof List<?>) && !(given instanceof Map<?, ?>)) {
            throw RestError.of("WRONG_REQUEST", "User IDs must be passed in array format");
        }
        List<Long> users = Value.list(given).stream()
                .flatMap(id -> Value.number(id).stream())
                .toList();
        if (found.filter(chat -> chat.type() == Chat.Type.PRIVATE).isPresent()) {
            throw RestError.forbidden("ACCESS_ERROR", "It is forbidden to add users to this chat");
        }
        Chat chat = found.filter(own -> own.has(bot.id())).orElseThrow(V1MemberMethods::nobodyNew);
        List<Long> fresh = users.stream()
                .filter(user -> making.present(user) && !chat.has(user))
                .toList();
        if (fresh.isEmpty()) {
            throw nobodyNew();
        }
        fresh.forEach(user -> chats.join(chat, user, bot.id()));
        return true;
    }

    private static RestError nobodyNew() {
        return RestError.of("WRONG_REQUEST", "You don't have access or user already member in chat");
    }

    private Object list(Call call) {
        Bot bot = access.speaker(call);
        Chat chat = access.chat(call)
                .filter(own -> own.has(bot.id()))
                .orElseThrow(() -> RestError.forbidden("ACCESS_ERROR", "Action unavailable"));
        return List.copyOf(chat.members());
    }
}
