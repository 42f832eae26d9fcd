package openlines.simulator.control;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Lines;
import openlines.simulator.line.OperatorCards;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** The portal's things as the control face shows them. */
@Singleton
final class Views {

    private final Users users;
    private final Messages messages;
    private final Sessions sessions;
    private final Lines lines;
    private final OperatorCards cards;

    Views(Users users, Messages messages, Sessions sessions, Lines lines, OperatorCards cards) {
        this.users = users;
        this.messages = messages;
        this.sessions = sessions;
        this.lines = lines;
        this.cards = cards;
    }

    JsonMap user(User user) {
        return JsonMap.of("id", user.id())
                .with("name", user.name())
                .with("kind", user.kind().name().toLowerCase(Locale.ROOT))
                .with("workPosition", user.workPosition())
                .with("departments", user.departments())
                .with("admin", user.admin())
                .with("active", user.active())
                .with("presence", user.presence().name().toLowerCase(Locale.ROOT));
    }

    JsonMap customer(Customer customer) {
        return JsonMap.of("id", customer.id())
                .with("name", users.get(customer.id()).name())
                .with("connector", customer.connector())
                .with("line", customer.lineId())
                .with("userCode", customer.code());
    }

    JsonMap message(Message message) {
        Optional<User> author = users.find(message.authorId());
        return JsonMap.of("id", message.id())
                .with("chatId", message.chatId())
                .with("sessionId", message.sessionId())
                .with("authorId", message.authorId())
                .with("author", author.map(User::name).orElse(""))
                .with("shownAs", author.map(user -> shown(message, user)).orElse(""))
                .with(
                        "kind",
                        author.map(user -> user.kind().name().toLowerCase(Locale.ROOT))
                                .orElse("system"))
                .with("text", message.text())
                .with("params", message.params())
                .with("date", message.date());
    }

    /** The author's name as the customer sees it. */
    private String shown(Message message, User author) {
        return sessions.find(message.sessionId())
                .filter(_ -> author.employee())
                .flatMap(session -> lines.find(session.lineId()))
                .map(line -> cards.of(line, author).name())
                .orElse(author.name());
    }

    JsonMap session(Session session) {
        return JsonMap.of("id", session.id())
                .with("chatId", session.chatId())
                .with("lineId", session.lineId())
                .with("customerId", session.customerId())
                .with("stage", session.stage().name())
                .with("operator", session.operator())
                .with(
                        "operatorName",
                        users.find(session.operator()).map(User::name).orElse(""))
                .with("offeredToAll", session.offeredToAll())
                .with("waiting", session.waiting())
                .with("open", session.open())
                .with("started", session.started())
                .with("closed", session.closed())
                .with("vote", session.vote())
                .with("spam", session.spam())
                .with("parentId", session.parentId());
    }

    JsonMap brief(Chat chat) {
        return JsonMap.of("id", chat.id())
                .with("type", chat.type().word())
                .with("title", chat.title())
                .with("entityType", chat.entity().type())
                .with("entityId", chat.entity().id())
                .with("session", sessions.last(chat.id()).map(this::session).orElse(null))
                .with("lastMessageId", chat.lastMessage());
    }

    JsonMap whole(Chat chat) {
        List<JsonMap> members =
                chat.members().stream().map(users::get).map(this::user).toList();
        return brief(chat)
                .with("owner", chat.owner())
                .with(
                        "entityData",
                        List.of(
                                chat.entity().data1(),
                                chat.entity().data2(),
                                chat.entity().data3()))
                .with("members", members)
                .with("messages", messages.of(chat).stream().map(this::message).toList());
    }
}
