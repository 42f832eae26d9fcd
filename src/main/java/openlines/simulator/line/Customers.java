package openlines.simulator.line;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.Stock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Kind;
import openlines.simulator.portal.Users;

/** Who writes to the lines from outside. */
@Singleton
public final class Customers extends Stock<Customers.Customer> {

    /**
     * Somebody outside, as one line's channel knows them.
     *
     * @param id the portal's user id
     * @param chatCode the channel's id of the conversation
     * @param userCode the channel's id of the person
     */
    public record Customer(long id, String connector, long lineId, String chatCode, String userCode) {

        /** The key of the chat: {@code connector|line|chat|user}. */
        public String code() {
            return String.join("|", connector, Long.toString(lineId), chatCode, userCode);
        }
    }

    private final Users users;
    private final Map<String, Long> byCode = new HashMap<>();
    private long channelChats = 40_001;

    Customers(Users users) {
        super("customers", Customer.class, 1);
        this.users = users;
    }

    /** A customer of a built-in channel: the chat is numbered, the person carries the portal's user id. */
    public Customer add(String connector, long lineId, String firstName, String lastName) {
        User user = users.add(Kind.CUSTOMER, firstName, lastName);
        return keep(
                new Customer(user.id(), connector, lineId, Long.toString(channelChats++), Long.toString(user.id())));
    }

    /** A customer of a registered connector, who keeps the ids given by it. */
    public Customer add(String connector, long lineId, String chatCode, String userCode, User user) {
        return keep(new Customer(user.id(), connector, lineId, chatCode, userCode));
    }

    private Customer keep(Customer customer) {
        byCode.put(customer.code(), customer.id);
        return shelf.put(customer.id, customer);
    }

    public Optional<Customer> find(String code) {
        return Optional.ofNullable(byCode.get(code)).flatMap(shelf::find);
    }

    @Override
    public JsonNode save() {
        return shelf.save().put("channelChats", channelChats);
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        shelf.load(saved);
        shelf.all().forEach(customer -> byCode.put(customer.code(), customer.id));
        channelChats = saved.path("channelChats").asLong(channelChats);
    }

    @Override
    public void clear() {
        shelf.clear();
        byCode.clear();
        channelChats = 40_001;
    }
}
