package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
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

    /** The customer presses a button, by its label, of the last message that has one of that name. */
    public Chat press(String label) {
        ChatMessage message = messages(one -> one.buttons().contains(label)).reversed().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no message has a button '" + label + "'"));
        return act(() ->
                portal.control().post("chats/" + chat + "/press", Map.of("messageId", message.id(), "button", label)));
    }

    /** Time passes. */
    public Chat later(Duration duration) {
        return act(() -> portal.clock().advance(duration));
    }

    /** What the bot said to the customer since the last act. */
    public List<String> bot() {
        return texts(message -> message.fromBot() && message.id() > before);
    }

    /** All that the bot has said to the customer in this dialog. */
    public List<String> everythingBotSaid() {
        return texts(ChatMessage::fromBot);
    }

    /** The labels of the buttons below the bot's last message. */
    public List<String> buttons() {
        List<ChatMessage> said = messages(ChatMessage::fromBot);
        return said.isEmpty() ? List.of() : said.getLast().buttons();
    }

    /** What only operators see. */
    public List<String> notes() {
        return texts(ChatMessage::hidden);
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

    private List<String> texts(Predicate<ChatMessage> which) {
        return messages(which).stream().map(ChatMessage::text).toList();
    }

    private List<ChatMessage> messages(Predicate<ChatMessage> which) {
        return chat == 0
                ? List.of()
                : ChatMessage.in(whole()).stream().filter(which).toList();
    }

    private JsonNode whole() {
        return portal.control().get("chats/" + chat);
    }
}
