package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Session;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** A session with everything in it, in the camel-case form of {@code imopenlines.session.history.get}. */
@Singleton
final class History {

    private final Chats chats;
    private final Messages messages;
    private final Users users;
    private final Supervision supervision;
    private final Files files;

    History(Chats chats, Messages messages, Users users, Supervision supervision, Files files) {
        this.chats = chats;
        this.messages = messages;
        this.users = users;
        this.supervision = supervision;
        this.files = files;
    }

    JsonMap of(Session session, long seenBy) {
        Chat chat = chats.get(session.chatId());
        String chatId = Long.toString(chat.id());
        boolean judge = supervision.mayVote(seenBy);
        List<Message> newestFirst = messages.of(chat).reversed().stream()
                .filter(message -> message.sessionId() == session.id())
                .toList();
        Set<User> people = people(chat, newestFirst);
        return JsonMap.of("chatId", chat.id())
                .with("canJoin", chat.has(seenBy) ? "N" : "Y")
                .with("canVoteHead", judge ? "Y" : "N")
                .with("sessionId", session.id())
                .with("sessionVoteHead", session.headVote())
                .with("sessionCommentHead", session.headComment())
                .with("userId", "chat" + chatId)
                .with("message", messages(newestFirst))
                .with(
                        "usersMessage",
                        JsonMap.of(
                                "chat" + chatId,
                                newestFirst.stream()
                                        .map(message -> Long.toString(message.id()))
                                        .toList()))
                .with("users", users(people))
                .with("openlines", JsonMap.of("canvoteashead", JsonMap.of(Long.toString(session.lineId()), judge)))
                .with("userInGroup", ImObjects.orList(departments(people)))
                .with(
                        "woUserInGroup",
                        people.stream()
                                .filter(user -> user.departments().isEmpty())
                                .map(user -> Long.toString(user.id()))
                                .toList())
                .with("chat", JsonMap.of(chatId, chat(chat)))
                .with("userBlockChat", JsonMap.of(chatId, muted(chat)))
                .with("userInChat", JsonMap.of(chatId, List.copyOf(chat.members())))
                .with("files", ImObjects.orList(files.of(newestFirst)));
    }

    private Set<User> people(Chat chat, List<Message> of) {
        Set<User> people = new LinkedHashSet<>();
        chat.members().forEach(member -> people.add(users.get(member)));
        of.stream().flatMap(message -> users.find(message.authorId()).stream()).forEach(people::add);
        return people;
    }

    private static JsonMap messages(List<Message> of) {
        JsonMap byId = new JsonMap();
        for (Message message : of) {
            String id = Long.toString(message.id());
            JsonMap params = new JsonMap();
            message.params().forEach((key, value) -> params.put(camel(key), value));
            byId.with(
                    id,
                    JsonMap.of("id", id)
                            .with("chatid", Long.toString(message.chatId()))
                            .with("senderid", Long.toString(message.authorId()))
                            .with("recipientid", "chat" + message.chatId())
                            .with("date", Dates.atom(message.date()))
                            .with("text", message.text())
                            .with("textlegacy", Legacy.html(message.text()))
                            .with("params", params));
        }
        return byId;
    }

    /** {@code FILE_ID} is {@code fileId} here. */
    private static String camel(String key) {
        StringBuilder camel = new StringBuilder();
        for (String word : key.toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    private static JsonMap users(Set<User> people) {
        JsonMap byId = new JsonMap();
        people.forEach(user -> byId.put(Long.toString(user.id()), user(user)));
        return byId;
    }

    private static JsonMap user(User user) {
        return JsonMap.of("id", Long.toString(user.id()))
                .with("name", user.name())
                .with("active", user.active())
                .with("firstName", user.firstName())
                .with("lastName", user.lastName())
                .with("workPosition", user.workPosition())
                .with("color", user.color())
                .with("avatar", user.avatar())
                .with("avatarId", null)
                .with("birthday", "")
                .with("gender", user.gender())
                .with("phoneDevice", false)
                .with("phones", false)
                .with("extranet", user.customer())
                .with("network", false)
                .with("bot", user.bot())
                .with("connector", user.customer())
                .with("profile", "/company/personal/user/" + user.id() + "/")
                .with("externalAuthId", ImObjects.authId(user.kind()))
                .with("status", "online")
                .with("idle", false)
                .with("lastActivityDate", Dates.atom(user.lastActivity()))
                .with("mobileLastDate", false)
                .with("desktopLastDate", false)
                .with("departments", user.departments())
                .with("absent", false)
                .with("services", null)
                .with("botData", null)
                .with("type", user.bot() ? "bot" : "user");
    }

    private static JsonMap departments(Set<User> people) {
        JsonMap byId = new JsonMap();
        for (User user : people) {
            for (long department : user.departments()) {
                List<String> members = new ArrayList<>();
                people.stream()
                        .filter(other -> other.departments().contains(department))
                        .forEach(other -> members.add(Long.toString(other.id())));
                byId.put(Long.toString(department), JsonMap.of("id", department).with("users", members));
            }
        }
        return byId;
    }

    private static JsonMap chat(Chat chat) {
        return JsonMap.of("id", Long.toString(chat.id()))
                .with("parentChatId", 0)
                .with("parentMessageId", 0)
                .with("name", chat.title())
                .with("owner", Long.toString(chat.owner()))
                .with("color", chat.color())
                .with("extranet", false)
                .with("avatar", chat.avatar().isEmpty() ? "/bitrix/js/im/images/blank.gif" : chat.avatar())
                .with("call", "0")
                .with("callNumber", "")
                .with("entityType", chat.entity().type())
                .with("entityId", chat.entity().id())
                .with("entityData1", chat.entity().data1())
                .with("entityData2", chat.entity().data2())
                .with("entityData3", chat.entity().data3())
                .with("messageCount", chat.messages())
                .with("public", "")
                .with("muteList", muted(chat))
                .with("managerList", List.copyOf(chat.managers()))
                .with("dateCreate", Dates.atom(chat.created()))
                .with("type", chat.type().word())
                .with(
                        "entityLink",
                        JsonMap.of("type", chat.entity().type())
                                .with("url", "")
                                .with("id", chat.entity().id()))
                .with(
                        "permissions",
                        JsonMap.of("manageUsersAdd", "member")
                                .with("manageUsersDelete", "manager")
                                .with("manageUi", "member")
                                .with("manageSettings", "owner")
                                .with("manageMessages", "member")
                                .with("canPost", "member"))
                .with("textFieldEnabled", chat.textField())
                .with("backgroundId", null)
                .with("messageType", chat.type().letter())
                .with("isNew", false);
    }

    private static JsonMap muted(Chat chat) {
        JsonMap muted = new JsonMap();
        chat.members()
                .forEach(member -> muted.put(Long.toString(member), chat.muted().contains(member)));
        return muted;
    }
}
