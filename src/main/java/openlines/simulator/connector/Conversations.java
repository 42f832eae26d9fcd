package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.connector.Threads.Strand;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Customers.Customer;
import openlines.simulator.line.Intake;
import openlines.simulator.line.Line;
import openlines.simulator.portal.User;

/** Finds the portal's chat for what the channel calls a chat: one a person, or one for everybody in a group. */
@Singleton
final class Conversations {

    /** In place of a person in the user code of a group; a figure shows it for a custom connector (observed). */
    static final String NOBODY = "0";

    private final Customers customers;
    private final Intake intake;
    private final Chats chats;
    private final Threads threads;

    Conversations(Customers customers, Intake intake, Chats chats, Threads threads) {
        this.customers = customers;
        this.intake = intake;
        this.chats = chats;
        this.threads = threads;
    }

    /** Somebody's place in a conversation. */
    record Seat(Customer customer, Chat chat) {}

    Seat seat(Connector connector, Line line, Piece piece, User user) {
        boolean group = connector.options().group();
        String person = group ? NOBODY : piece.personCode();
        Customer customer = customers.add(connector.code(), line.id(), piece.chatCode(), person, user);
        boolean known = chats.find("LINES", customer.code()).isPresent();
        Chat chat = intake.chatOf(customer);
        if (!known) {
            threads.put(new Strand(chat.id(), connector.code(), line.id(), piece.chatCode(), person));
            if (group && !piece.chat().blank("name")) {
                chat.rename(piece.chat().text("name", ""));
            }
        }
        chats.join(chat, user.id(), user.id());
        return new Seat(customer, chat);
    }

    boolean rename(Connector connector, Line line, String chatCode, String userCode, String name) {
        String person = connector.options().group() ? NOBODY : userCode;
        String code = String.join("|", connector.code(), Long.toString(line.id()), chatCode, person);
        Optional<Chat> chat = chats.find("LINES", code);
        chat.ifPresent(found -> found.rename(name));
        return chat.isPresent();
    }
}
