package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.Dates;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Session;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Page;
import openlines.simulator.rest.Parameters;

/** {@code im.recent.list}: a user's dialogs, the last spoken in first. */
@Singleton
final class Recent {

    private final Chats chats;
    private final Messages messages;
    private final Sessions sessions;
    private final Users users;
    private final ImObjects objects;

    Recent(Chats chats, Messages messages, Sessions sessions, Users users, ImObjects objects) {
        this.chats = chats;
        this.messages = messages;
        this.sessions = sessions;
        this.users = users;
        this.objects = objects;
    }

    Page list(Call call) {
        Parameters params = call.params();
        String before = params.text("LAST_MESSAGE_DATE", "");
        List<Chat> found = chats.all().stream()
                .filter(chat -> chat.has(call.userId()) && chat.lastMessage() > 0)
                .filter(chat -> wanted(chat, params, call.userId()))
                .filter(chat -> before.isEmpty() || date(chat).compareTo(before) < 0)
                .sorted(Comparator.comparingLong(Chat::lastMessage).reversed())
                .toList();
        long offset = Math.max(0, params.number("OFFSET").orElse(0L));
        long limit = Math.clamp(params.number("LIMIT").orElse(50L), 1, 200);
        List<JsonMap> items = found.stream()
                .skip(offset)
                .limit(limit)
                .map(chat -> item(chat, call.userId()))
                .toList();
        boolean more = found.size() > offset + limit;
        JsonMap result = JsonMap.of("items", items)
                .with("hasMorePages", more)
                .with("hasMore", more)
                .with(
                        "copilot",
                        JsonMap.of("chats", null)
                                .with("messages", null)
                                .with("roles", new JsonMap())
                                .with("recommendedRoles", List.of()))
                .with("messagesAutoDeleteConfigs", List.of());
        // usually -1 (documented)
        return new Page(result, -1, OptionalLong.empty());
    }

    private boolean wanted(Chat chat, Parameters params, long user) {
        boolean lines = chat.lines();
        boolean dialog = chat.type() == Chat.Type.PRIVATE;
        boolean undistributed = sessions.openOf(chat.id())
                .filter(session -> session.stage() == Stage.QUEUE && session.operator() == 0)
                .isPresent();
        return !(lines && params.flag("SKIP_OPENLINES", false))
                && !(dialog && params.flag("SKIP_DIALOG", false))
                && !(!lines && !dialog && params.flag("SKIP_CHAT", false))
                && !(undistributed && params.flag("SKIP_UNDISTRIBUTED_OPENLINES", false))
                && !(params.flag("UNREAD_ONLY", false)
                        && objects.unread(chat, user).isEmpty())
                && !params.flag("ONLY_COPILOT", false)
                && !params.flag("ONLY_CHANNEL", false);
    }

    private String date(Chat chat) {
        return messages.find(chat.lastMessage())
                .map(message -> Dates.atom(message.date()))
                .orElse("");
    }

    private JsonMap item(Chat chat, long user) {
        boolean dialog = chat.type() == Chat.Type.PRIVATE;
        Optional<Message> last = messages.find(chat.lastMessage());
        JsonMap item = JsonMap.of("id", dialog ? chat.counterpart(user) : "chat" + chat.id())
                .with("chat_id", chat.id())
                .with("type", dialog ? "user" : "chat")
                .with("avatar", JsonMap.of("url", chat.avatar()).with("color", chat.color()))
                .with("title", dialog ? users.get(chat.counterpart(user)).name() : chat.title())
                .with("message", last.map(Recent::message).orElseGet(JsonMap::new))
                .with("counter", objects.unread(chat, user).size())
                .with("last_id", chat.read(user))
                .with("pinned", false)
                .with("unread", false)
                .with("has_reminder", false)
                .with("date_update", date(chat))
                .with("date_last_activity", date(chat))
                .with(
                        "user",
                        objects.user(users.get(
                                dialog
                                        ? chat.counterpart(user)
                                        : last.map(Message::authorId)
                                                .filter(author -> author > 0)
                                                .orElse(user))))
                .with("chat", objects.chat(chat, user).with("contains_collaber", false));
        sessions.last(chat.id()).ifPresent(session -> item.put("lines", lines(session)));
        return item.with("options", List.of());
    }

    private static JsonMap lines(Session session) {
        return JsonMap.of("id", session.id())
                .with("status", session.stage().status())
                .with("date_create", Dates.atom(session.started()));
    }

    private static JsonMap message(Message message) {
        return JsonMap.of("id", message.id())
                .with("text", message.text())
                .with("file", message.params().containsKey("FILE_ID"))
                .with("author_id", message.authorId())
                .with("attach", message.params().containsKey("ATTACH"))
                .with("sticker", null)
                .with("date", Dates.atom(message.date()))
                .with("status", "received")
                .with("uuid", message.system() ? null : message.uuid());
    }
}
