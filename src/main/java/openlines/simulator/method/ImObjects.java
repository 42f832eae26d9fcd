package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chat.Entity;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.User.Presence;
import openlines.simulator.portal.Users;

/** Users, chats and messages as {@code im.*} shows them: names with underscores, real types. */
@Singleton
public final class ImObjects {

    private static final List<String> RESTRICTIONS =
            List.of("avatar", "rename", "extend", "call", "mute", "leave", "leave_owner", "send", "user_list");

    private final Users users;
    private final Messages messages;

    ImObjects(Users users, Messages messages) {
        this.users = users;
        this.messages = messages;
    }

    public JsonMap user(User user) {
        boolean away = user.presence() == Presence.AWAY;
        return JsonMap.of("id", user.id())
                .with("active", user.active())
                .with("name", user.name())
                .with("first_name", user.firstName())
                .with("last_name", user.lastName())
                .with("work_position", user.workPosition())
                .with("color", user.color())
                .with("avatar", user.avatar())
                .with("avatar_hr", user.avatar())
                .with("gender", user.gender())
                .with("birthday", "")
                .with("extranet", user.customer())
                .with("network", false)
                .with("bot", user.bot())
                .with("connector", user.customer())
                .with("external_auth_id", authId(user.kind()))
                .with("status", "online")
                .with("idle", away ? Dates.atom(user.lastActivity()) : false)
                .with("last_activity_date", Dates.atom(user.lastActivity()))
                .with("mobile_last_date", false)
                .with("desktop_last_date", false)
                .with("absent", false)
                .with("departments", user.departments())
                .with("phones", user.phone().isEmpty() ? false : JsonMap.of("work_phone", user.phone()))
                .with("website", "")
                .with("email", user.email())
                .with("bot_data", null)
                .with("type", user.bot() ? "bot" : "user");
    }

    static String authId(Kind kind) {
        return switch (kind) {
            case EMPLOYEE -> "default";
            case BOT -> "bot";
            // the value of an open line's customer is on no page (assumed)
            case CUSTOMER -> "imconnector";
        };
    }

    public JsonMap chat(Chat chat, long seenBy) {
        Entity entity = chat.entity();
        JsonMap restrictions = new JsonMap();
        RESTRICTIONS.forEach(name -> restrictions.put(name, true));
        return JsonMap.of("id", chat.id())
                .with("parent_chat_id", 0)
                .with("parent_message_id", 0)
                .with("name", chat.title())
                .with("description", chat.description().isEmpty() ? null : chat.description())
                .with("owner", chat.owner())
                .with("extranet", false)
                .with("avatar", chat.avatar())
                .with("color", chat.color())
                .with("type", chat.type().word())
                .with("counter", unread(chat, seenBy).size())
                .with("user_counter", chat.members().size())
                .with("message_count", chat.messages())
                .with("unread_id", unread(chat, seenBy).stream().findFirst().orElse(0L))
                .with("restrictions", restrictions)
                .with("last_message_id", chat.lastMessage())
                .with("last_id", chat.read(seenBy))
                .with("marked_id", 0)
                .with("disk_folder_id", 0)
                .with("entity_type", entity.type())
                .with("entity_id", entity.id())
                .with("entity_data_1", entity.data1())
                .with("entity_data_2", entity.data2())
                .with("entity_data_3", entity.data3())
                .with("mute_list", List.copyOf(chat.muted()))
                .with("date_create", Dates.atom(chat.created()))
                .with("message_type", chat.type().letter())
                .with("public", "")
                .with("role", role(chat, seenBy))
                .with(
                        "entity_link",
                        JsonMap.of("type", entity.type()).with("url", "").with("id", entity.id()))
                .with("text_field_enabled", chat.textField())
                .with("background_id", null)
                .with(
                        "permissions",
                        JsonMap.of("manage_users_add", "member")
                                .with("manage_users_delete", "manager")
                                .with("manage_ui", "member")
                                .with("manage_settings", "owner")
                                .with("manage_messages", "member")
                                .with("can_post", "member"))
                .with("is_new", false)
                .with("readed_list", readers(chat, seenBy))
                .with("manager_list", List.copyOf(chat.managers()))
                .with("last_message_views", views(chat))
                .with("dialog_id", chat.dialogId(seenBy));
    }

    private static String role(Chat chat, long user) {
        if (chat.owner() == user) {
            return "owner";
        }
        if (chat.managers().contains(user)) {
            return "manager";
        }
        return chat.has(user) ? "member" : "guest";
    }

    List<Long> unread(Chat chat, long user) {
        return messages.of(chat).stream()
                .filter(message -> message.id() > chat.read(user) && message.authorId() != user)
                .map(Message::id)
                .toList();
    }

    private List<JsonMap> readers(Chat chat, long seenBy) {
        return chat.members().stream()
                .filter(member -> member != seenBy && chat.read(member) > 0)
                .map(member -> JsonMap.of("user_id", member)
                        .with("user_name", users.get(member).name())
                        .with("message_id", chat.read(member))
                        .with("date", null))
                .toList();
    }

    private JsonMap views(Chat chat) {
        List<JsonMap> viewers = chat.members().stream()
                .filter(member -> chat.lastMessage() > 0 && chat.read(member) >= chat.lastMessage())
                .map(member -> JsonMap.of("user_id", member)
                        .with("user_name", users.get(member).name())
                        .with("date", Dates.atom(users.get(member).lastActivity())))
                .toList();
        return JsonMap.of("message_id", chat.lastMessage())
                .with("first_viewers", viewers.stream().limit(1).toList())
                .with("count_of_viewers", Math.max(0, viewers.size() - 1));
    }

    public JsonMap message(Message message, Chat chat, long seenBy) {
        return JsonMap.of("id", message.id())
                .with("chat_id", message.chatId())
                .with("author_id", message.authorId())
                .with("date", Dates.atom(message.date()))
                .with("text", message.text())
                .with("unread", message.authorId() != seenBy && message.id() > chat.read(seenBy))
                .with("uuid", message.system() ? null : message.uuid())
                .with("replaces", List.of())
                .with("params", orList(message.params()))
                .with("disappearing_date", null);
    }

    /** PHP knows no empty object. */
    static Object orList(Map<?, ?> map) {
        return map.isEmpty() ? List.of() : map;
    }

    public List<JsonMap> authors(Collection<Message> of) {
        return of.stream()
                .map(Message::authorId)
                .distinct()
                .flatMap(id -> users.find(id).stream())
                .map(this::user)
                .toList();
    }
}
