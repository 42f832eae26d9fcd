package openlines.simulator.bot.v2;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.simulator.bot.Bot;
import openlines.simulator.bot.Bots;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.command.Commands;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.User;
import org.jspecify.annotations.Nullable;

/** Users, chats, messages and bots as the second generation of the bot API shows them, in their real types. */
@Singleton
public final class V2Objects {

    /** Where a forwarded message keeps what it was. */
    static final String FORWARD = "FORWARD";

    private final Bots bots;
    private final Commands commands;

    V2Objects(Bots bots, Commands commands) {
        this.bots = bots;
        this.commands = commands;
    }

    public JsonMap user(User user) {
        boolean online = user.presence() == User.Presence.ONLINE;
        return new JsonMap()
                .with("id", user.id())
                .with("active", user.active())
                .with("name", user.name())
                .with("firstName", user.firstName())
                .with("lastName", user.lastName())
                .with("workPosition", user.workPosition())
                .with("color", user.color())
                .with("avatar", user.avatar())
                .with("gender", user.gender())
                .with("birthday", "")
                .with("extranet", user.customer())
                .with("bot", user.bot())
                .with("connector", user.customer())
                .with("externalAuthId", authId(user))
                .with("status", online ? "online" : "dnd")
                .with("idle", false)
                .with("lastActivityDate", Dates.atom(user.lastActivity()))
                .with("mobileLastDate", false)
                .with("desktopLastDate", false)
                .with("absent", false)
                .with("departments", user.departments())
                .with("phones", user.phone().isEmpty() ? false : JsonMap.of("workPhone", user.phone()))
                .with("type", type(user))
                .with("website", "")
                .with("email", user.email());
    }

    private static String authId(User user) {
        return switch (user.kind()) {
            case EMPLOYEE -> "default";
            case BOT -> "bot";
            // the value of an open line's customer is on no page (assumed)
            case CUSTOMER -> "imconnector";
        };
    }

    private static String type(User user) {
        return switch (user.kind()) {
            case EMPLOYEE -> "employee";
            case BOT -> "bot";
            case CUSTOMER -> "extranet";
        };
    }

    /** As events carry it: without role, muteList and what only methods answer. */
    public JsonMap chat(Chat chat, long seenBy) {
        Chat.Entity entity = chat.entity();
        return new JsonMap()
                .with("id", chat.id())
                .with("dialogId", chat.dialogId(seenBy))
                .with("name", chat.title())
                .with("type", chat.type().word())
                .with("messageType", chat.type().letter())
                .with("owner", chat.owner())
                .with("color", chat.color())
                .with("avatar", chat.avatar())
                .with("description", chat.description())
                .with("extranet", chat.type() == Chat.Type.LINES)
                .with("containsCollaber", false)
                .with("entityType", entity.type())
                .with("entityId", entity.id())
                .with("entityData1", entity.data1())
                .with("entityData2", entity.data2())
                .with("entityData3", entity.data3())
                .with(
                        "entityLink",
                        entity.type().isEmpty()
                                ? new JsonMap()
                                : JsonMap.of("type", entity.type())
                                        .with("url", "")
                                        .with("id", entity.id()))
                .with("diskFolderId", 0)
                .with(
                        "permissions",
                        JsonMap.of("manageUsersAdd", "member")
                                .with("manageUsersDelete", "manager")
                                .with("manageUi", "member")
                                .with("manageSettings", "owner")
                                .with("manageMessages", "member")
                                .with("canPost", "member"))
                .with("parentChatId", 0)
                .with("parentMessageId", 0)
                .with("isNew", false)
                .with("textFieldEnabled", chat.textField() ? "Y" : "N")
                .with("backgroundId", null);
    }

    public JsonMap message(Message message, Chat chat) {
        Map<String, @Nullable Object> params = new TreeMap<>(message.params());
        Object forward = params.remove(FORWARD);
        return new JsonMap()
                .with("id", message.id())
                .with("chatId", message.chatId())
                .with("authorId", message.authorId())
                .with("date", Dates.atom(message.date()))
                .with("text", message.text())
                .with("isSystem", message.system())
                .with("uuid", message.uuid())
                .with("forward", forward)
                .with("params", params)
                .with("viewedByOthers", viewedByOthers(message, chat));
    }

    private static boolean viewedByOthers(Message message, Chat chat) {
        return chat.members().stream()
                .anyMatch(member -> member != message.authorId() && chat.read(member) >= message.id());
    }

    /** The extended form, for the bot's owner. */
    public JsonMap bot(Bot bot) {
        return brief(bot)
                .with("moduleId", "rest")
                .with("eventMode", bot.eventMode() == Bot.EventMode.FETCH ? "fetch" : "webhook")
                .with("countMessage", bot.messages())
                .with("countCommand", commands.of(bot.id()).size())
                .with("countChat", bots.chatsOf(bot))
                .with("countUser", bots.usersOf(bot));
    }

    /** What others see of the bot. */
    public JsonMap brief(Bot bot) {
        return new JsonMap()
                .with("id", bot.id())
                .with("code", bot.code())
                .with("type", bot.type())
                .with("isHidden", bot.hidden())
                .with("isSupportOpenline", bot.openline())
                .with("isReactionsEnabled", bot.reactions())
                .with("backgroundId", bot.background())
                .with("language", "en");
    }

    public List<JsonMap> users(List<User> users) {
        return users.stream().map(this::user).toList();
    }
}
