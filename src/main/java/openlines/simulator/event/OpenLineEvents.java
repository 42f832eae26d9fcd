package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Broadcast.Event;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Line;
import openlines.simulator.line.LineFact;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.rest.Value;

/** {@code OnOpenLineMessage*} and {@code OnSession*}: what applications hear of lines. */
@Singleton
final class OpenLineEvents implements FactListener {

    private final Broadcast broadcast;
    private final Sessions sessions;
    private final Lines lines;
    private final Customers customers;
    private final List<ConnectorOwner> owners;

    OpenLineEvents(
            Broadcast broadcast, Sessions sessions, Lines lines, Customers customers, List<ConnectorOwner> owners) {
        this.broadcast = broadcast;
        this.sessions = sessions;
        this.lines = lines;
        this.customers = customers;
        this.owners = owners;
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            case ChatFact.MessageAdded(Chat chat, Message message)
            when chat.lines() && broadcast.wanted("ONOPENLINEMESSAGEADD") -> added(chat, message);
            case ChatFact.MessageUpdated(Chat chat, Message message, long by)
            when chat.lines() -> changed("ONOPENLINEMESSAGEUPDATE", chat, message, by);
            case ChatFact.MessageDeleted(Chat chat, Message message, long by, boolean _)
            when chat.lines() -> changed("ONOPENLINEMESSAGEDELETE", chat, message, by);
            case LineFact.SessionStarted started ->
                session("ONSESSIONSTART", started.session(), started.session().customerId());
            case LineFact.SessionFinished finished -> session("ONSESSIONFINISH", finished.session(), finished.by());
            default -> {}
        }
    }

    private void added(Chat chat, Message message) {
        customer(chat).ifPresent(customer -> {
            JsonMap item = JsonMap.of("connector", connector(customer))
                    .with("chat", JsonMap.of("id", chat.id()))
                    .with(
                            "message",
                            JsonMap.of("id", message.id())
                                    // empty in the figure
                                    .with("date", "")
                                    .with("text", message.text())
                                    .with("files", Value.list(message.params().get("FILE_ID")))
                                    .with("attach", "")
                                    .with("system", message.system() ? "Y" : "N")
                                    .with("user_id", message.authorId()))
                    .with("ref", List.of())
                    .with("extra", JsonMap.of("EXTRA_URL", ""));
            send("ONOPENLINEMESSAGEADD", customer, JsonMap.of("DATA", List.of(item)), message.authorId());
        });
    }

    /** Without the text, and with connector and line beside DATA. */
    private void changed(String event, Chat chat, Message message, long by) {
        customer(chat).ifPresent(customer -> {
            JsonMap item = JsonMap.of("im", JsonMap.of("chat_id", chat.id()).with("message_id", message.id()))
                    .with("message", JsonMap.of("id", message.id()))
                    .with("chat", JsonMap.of("id", chat.id()));
            JsonMap data = JsonMap.of("CONNECTOR", customer.connector())
                    .with("LINE", customer.lineId())
                    .with("DATA", List.of(item));
            send(event, customer, data, by);
        });
    }

    private void session(String event, Session session, long by) {
        if (!broadcast.wanted(event)) {
            return;
        }
        customers.find(session.customerId()).ifPresent(customer -> {
            long minutes = lines.find(session.lineId())
                    .map((Line line) -> line.number("AUTO_CLOSE_TIME") / 60)
                    .orElse(0L);
            JsonMap item = JsonMap.of("connector", connector(customer))
                    .with(
                            "session",
                            JsonMap.of("id", session.id())
                                    .with("closed", event.endsWith("FINISH") ? "Y" : "N")
                                    .with("parent_id", session.parentId())
                                    .with("close_term", minutes))
                    .with("chat", JsonMap.of("id", session.chatId()))
                    .with("user", JsonMap.of("id", number(customer.userCode())));
            send(event, customer, JsonMap.of("DATA", List.of(item)), by);
        });
    }

    /**
     * Only the application that added a connector hears of it (documented). Of a built-in channel, which none added,
     * every application hears: the figures show livechat (assumed).
     */
    private void send(String event, Customer customer, JsonMap data, long by) {
        Optional<String> owner = owners.stream()
                .flatMap(known -> known.of(customer.connector()).stream())
                .findFirst();
        broadcast.send(
                new Event(event, "eventId", customer.code(), data, by),
                app -> owner.isEmpty() || owner.get().equals(app.clientId()));
    }

    private Optional<Customer> customer(Chat chat) {
        return sessions.last(chat.id()).map(Session::customerId).flatMap(customers::find);
    }

    private static JsonMap connector(Customer customer) {
        return JsonMap.of("connector_id", customer.connector())
                .with("line_id", customer.lineId())
                .with("chat_id", number(customer.chatCode()))
                .with("user_id", number(customer.userCode()));
    }

    /** The pages say integer; a registered connector may call its users anything. */
    private static Object number(String code) {
        return Value.number(code).<Object>map(number -> number).orElse(code);
    }
}
