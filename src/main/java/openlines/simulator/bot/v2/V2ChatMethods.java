package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.ChatMaking;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.content.Palette;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imbot.v2.Chat.*}: a bot makes a chat, changes it, and goes. */
@Singleton
final class V2ChatMethods implements RestMethods {

    private final V2Access access;
    private final V2Chats views;
    private final V2Objects objects;
    private final ChatMaking making;
    private final Chats chats;
    private final Users users;

    V2ChatMethods(V2Access access, V2Chats views, V2Objects objects, ChatMaking making, Chats chats, Users users) {
        this.access = access;
        this.views = views;
        this.objects = objects;
        this.making = making;
        this.chats = chats;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imbot")
                .add("imbot.v2.Chat.add", this::add)
                .add("imbot.v2.Chat.get", this::get)
                .add("imbot.v2.Chat.update", this::update)
                .add("imbot.v2.Chat.leave", this::leave)
                .add("imbot.v2.Chat.setOwner", this::setOwner)
                .methods();
    }

    /** An unknown key, such as {@code users}, is passed over and nobody is added (a later official page). */
    private Object add(Call call) {
        Bot bot = access.bot(call);
        Parameters fields = call.params().tree("fields");
        // a later official page names fields.type: chat or open
        Chat.Type type = fields.text("type", "").equalsIgnoreCase("open") ? Chat.Type.OPEN : Chat.Type.GROUP;
        List<Long> members = fields.list("userIds").stream()
                .flatMap(id -> Value.number(id).stream())
                .toList();
        Chat chat = making.make(bot, type, fields.text("title", ""), members, fields.id("ownerId"));
        chat.describe(fields.text("description", ""));
        fields.text("color").flatMap(Palette::ofCode).ifPresent(chat::recolor);
        making.picture(chat, fields.text("avatar", ""));
        making.speak(bot, chat, fields.text("message", ""));
        List<User> present = chat.members().stream().map(users::get).toList();
        return JsonMap.of("chat", views.whole(chat, bot.id()).with("isNew", true))
                .with("users", objects.users(present));
    }

    private Object get(Call call) {
        Bot bot = access.bot(call);
        return JsonMap.of("chat", views.whole(access.chat(call, bot), bot.id()));
    }

    /** What a wrong colour or picture does is on no page: it is passed over, as at the making (assumed). */
    private Object update(Call call) {
        Chat chat = access.chat(call, access.bot(call));
        Parameters fields = call.params().tree("fields");
        fields.text("title").filter(title -> !title.isBlank()).ifPresent(title -> chat.rename(title.strip()));
        fields.text("description").ifPresent(chat::describe);
        fields.text("color").flatMap(Palette::ofCode).ifPresent(chat::recolor);
        making.picture(chat, fields.text("avatar", ""));
        return V2Access.done();
    }

    /** That the owner may not go is told for the first generation; the same is assumed here. */
    private Object leave(Call call) {
        Bot bot = access.bot(call);
        Chat chat = access.chat(call, bot);
        if (chat.type() == Chat.Type.PRIVATE || (chat.owner() == bot.id() && !chat.lines())) {
            throw V2Access.denied();
        }
        chats.leave(chat, bot.id());
        return V2Access.done();
    }

    private Object setOwner(Call call) {
        Bot bot = access.bot(call);
        Chat chat = access.chat(call, bot);
        long owner = call.params().id("userId");
        if (chat.owner() != bot.id() || !chat.has(owner)) {
            throw V2Access.denied();
        }
        chat.own(owner);
        return V2Access.done();
    }
}
