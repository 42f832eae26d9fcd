package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chat.Entity;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.portal.Users;

/** Where a customer's word comes into a line. */
@Singleton
public final class Intake {

    /** Where the word went. */
    public record Arrival(Chat chat, Session session, Message message) {}

    private final Chats chats;
    private final Messages messages;
    private final Users users;
    private final Floor floor;
    private final Opening opening;
    private final Ending ending;

    Intake(Chats chats, Messages messages, Users users, Floor floor, Opening opening, Ending ending) {
        this.chats = chats;
        this.messages = messages;
        this.users = users;
        this.floor = floor;
        this.opening = opening;
        this.ending = ending;
    }

    /** Into the open session, or the one just finished, or a new one. */
    public Arrival receive(Customer customer, Draft draft) {
        Chat chat = chatOf(customer);
        users.get(customer.id()).seen(floor.now());
        Optional<Session> last = floor.sessions().last(chat.id());
        Optional<Session> rated = last.filter(session -> ending.rates(session, draft.text()));
        if (rated.isPresent()) {
            Message message = messages.post(chat, draft);
            ending.rate(rated.get(), draft.text());
            return new Arrival(chat, rated.get(), message);
        }
        Optional<Session> running =
                last.filter(session -> session.open() || ending.closing().reopen(session));
        Session session =
                running.orElseGet(() -> opening.begin(chat, floor.lines().get(customer.lineId()), customer.id()));
        Message message = messages.post(chat, draft);
        if (running.isEmpty()) {
            opening.greet(session);
        }
        return new Arrival(chat, session, message);
    }

    /** The customer's chat, made at the first word. */
    public Chat chatOf(Customer customer) {
        return chats.find("LINES", customer.code()).orElseGet(() -> {
            Line line = floor.lines().get(customer.lineId());
            String title = users.get(customer.id()).name() + " - " + line.name();
            Chat chat = chats.add(Chat.Type.LINES, title, new Entity("LINES", customer.code(), "", "", ""));
            chats.join(chat, customer.id(), customer.id());
            return chat;
        });
    }
}
