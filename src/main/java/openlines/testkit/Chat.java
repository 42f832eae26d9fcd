package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One customer's dialog. Each act (the customer's, an operator's, the clock's) returns when all is quiet again; what the
 * bot said because of it, {@link #bot} tells.
 */
public final class Chat {
    private final TestPortal portal;
    private final long customer;
    private long chat;
    private long before;

    Chat(TestPortal portal, long customer) {
        this.portal = portal;
        this.customer = customer;
    }

    /** The customer writes. */
    public Chat customer(String text) {
        return act(() -> chat = portal.control()
                .post("customers/" + customer + "/say", Map.of("text", text))
                .path("chatId")
                .asLong());
    }

    /** The customer presses a button, by its label, of the bot's last message that has one of that name. */
    public Chat press(String label) {
        JsonNode message = messages(any -> true).reversed().stream()
                .filter(one -> button(one, label) >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message has a button '" + label + "'"));
        return act(() -> portal.control()
                .post(
                        "chats/" + chat + "/press",
                        Map.of("messageId", message.path("id").asLong(), "button", button(message, label))));
    }

    /** Time passes. */
    public Chat later(Duration duration) {
        return act(() -> portal.clock().advance(duration));
    }

    /** What the bot said to the customer since the last act. */
    public List<String> bot() {
        return texts("bot", message -> message.path("id").asLong() > before);
    }

    /** All that the bot has said to the customer in this dialog. */
    public List<String> everythingBotSaid() {
        return texts("bot", any -> true);
    }

    /** The labels of the buttons below the bot's last message. */
    public List<String> buttons() {
        var labels = new ArrayList<String>();
        for (JsonNode message : messages(Chat::fromBot).reversed()) {
            message.path("params").path("KEYBOARD").forEach(button -> {
                if (button.hasNonNull("TEXT")) {
                    labels.add(button.path("TEXT").asText());
                }
            });
            break;
        }
        return labels;
    }

    /** What only operators see. */
    public List<String> notes() {
        return messages(Chat::hidden).stream().map(Chat::text).toList();
    }

    public SessionView session() {
        return SessionView.of(whole().path("session"));
    }

    /** An employee, by the beginning of the name. */
    public Colleague operator(String name) {
        for (JsonNode user : portal.control().get("operators")) {
            if (user.path("name").asText().startsWith(name)) {
                return new Colleague(this, user.path("id").asLong());
            }
        }
        throw new IllegalArgumentException("nobody is called " + name);
    }

    /** The portal's id of this chat, 0 before the customer first wrote. */
    public long id() {
        return chat;
    }

    TestPortal portal() {
        return portal;
    }

    Chat act(Runnable deed) {
        before = chat == 0 ? 0 : whole().path("lastMessageId").asLong();
        deed.run();
        portal.settle();
        return this;
    }

    private List<String> texts(String kind, Predicate<JsonNode> which) {
        return messages(message ->
                        message.path("kind").asText().equals(kind) && !hidden(message) && which.test(message))
                .stream()
                .map(Chat::text)
                .toList();
    }

    private List<JsonNode> messages(Predicate<JsonNode> which) {
        var found = new ArrayList<JsonNode>();
        if (chat != 0) {
            whole().path("messages").forEach(message -> {
                if (which.test(message)) {
                    found.add(message);
                }
            });
        }
        return found;
    }

    private JsonNode whole() {
        return portal.control().get("chats/" + chat);
    }

    private static int button(JsonNode message, String label) {
        int index = 0;
        for (JsonNode button : message.path("params").path("KEYBOARD")) {
            if (button.path("TEXT").asText().equalsIgnoreCase(label)) {
                return index;
            }
            index++;
        }
        return -1;
    }

    private static boolean fromBot(JsonNode message) {
        return message.path("kind").asText().equals("bot") && !hidden(message);
    }

    private static boolean hidden(JsonNode message) {
        return message.path("params").path("SKIP_CONNECTOR").asText().equals("Y");
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }
}
