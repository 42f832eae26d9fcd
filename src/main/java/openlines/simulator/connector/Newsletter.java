package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.line.Customers;
import openlines.simulator.line.Customers.Customer;

/**
 * A newsletter of the CRM: the same words to everybody whose channel is usable for it.
 *
 * <p>The page says only that the option exists. That it goes as a message into the chats there are, and that built-in
 * channels are usable, is assumed.
 */
@Singleton
public final class Newsletter {

    private final Customers customers;
    private final Connectors connectors;
    private final Chats chats;
    private final Messages messages;

    Newsletter(Customers customers, Connectors connectors, Chats chats, Messages messages) {
        this.customers = customers;
        this.connectors = connectors;
        this.chats = chats;
        this.messages = messages;
    }

    /** The messages as they were sent, in the employee's name. */
    public List<Message> send(long employee, String text) {
        return customers.all().stream()
                .filter(this::reached)
                .flatMap(customer -> chats.find("LINES", customer.code()).stream())
                .map(chat -> post(chat, employee, text))
                .toList();
    }

    private boolean reached(Customer customer) {
        return connectors
                .find(customer.connector())
                .map(connector -> connector.options().newsletter())
                .orElse(true);
    }

    private Message post(Chat chat, long employee, String text) {
        return messages.post(chat, Draft.of(employee, text));
    }
}
