package openlines.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;
import org.jspecify.annotations.Nullable;

/** All messages; posting one is the only way in. */
@Singleton
public final class Messages extends Stock<Message> {

    private static final int LONGEST = 20_000;

    private final SettableClock clock;
    private final Facts facts;
    private final Dice dice;
    private final Map<Long, List<Long>> byChat = new HashMap<>();
    private final Map<Long, Long> sessions = new HashMap<>();

    Messages(SettableClock clock, Facts facts, Dice dice) {
        super("messages", Message.class, 80_001);
        this.clock = clock;
        this.facts = facts;
        this.dice = dice;
    }

    /** Messages of a line's chat belong to the session that is open when they come. */
    public void openSession(long chat, long session) {
        sessions.put(chat, session);
    }

    public Message post(Chat chat, Draft draft) {
        long id = shelf.nextId();
        Message message = new Message(
                id,
                chat.id(),
                draft.authorId(),
                clock.instant(),
                cut(draft.text()),
                uuid(draft),
                draft.params(),
                sessions.getOrDefault(chat.id(), 0L));
        shelf.put(id, message);
        byChat.computeIfAbsent(chat.id(), any -> new ArrayList<>()).add(id);
        chat.posted(id, draft.authorId());
        facts.emit(new ChatFact.MessageAdded(chat, message));
        return message;
    }

    /** The one that the sender gave, or a new one. */
    private String uuid(Draft draft) {
        Object given = draft.params().get("TEMPLATE_ID");
        if (given instanceof String text) {
            return text;
        }
        return draft.authorId() == 0 ? "" : dice.uuid();
    }

    /** Oldest first. */
    public List<Message> of(Chat chat) {
        return ids(chat).stream().flatMap(id -> shelf.find(id).stream()).toList();
    }

    public Message update(Chat chat, Message message, String text, long by) {
        Message changed = shelf.put(message.id(), message.withText(cut(text)));
        facts.emit(new ChatFact.MessageUpdated(chat, changed, by));
        return changed;
    }

    public Message update(Chat chat, Message message, Map<String, @Nullable Object> params, long by) {
        Message changed = shelf.put(message.id(), message.withParams(params));
        facts.emit(new ChatFact.MessageUpdated(chat, changed, by));
        return changed;
    }

    /** Hangs something on a message that is no change of it: nobody is told. */
    public void annotate(Message message, String param, @Nullable Object value) {
        Map<String, @Nullable Object> params = new TreeMap<>(message.params());
        params.put(param, value);
        shelf.put(message.id(), message.withParams(params));
    }

    /** One change of both, told once. */
    public Message update(Chat chat, Message message, String text, Map<String, @Nullable Object> params, long by) {
        Message changed = shelf.put(message.id(), message.withText(cut(text)).withParams(params));
        facts.emit(new ChatFact.MessageUpdated(chat, changed, by));
        return changed;
    }

    /** Completely, or so that an empty message with a mark of the deletion stays (documented). */
    public void delete(Chat chat, Message message, long by, boolean complete) {
        if (complete) {
            shelf.remove(message.id());
            byChat.getOrDefault(chat.id(), new ArrayList<>()).remove(message.id());
        } else {
            shelf.put(message.id(), message.withText("").withParams(Map.of("IS_DELETED", "Y")));
        }
        facts.emit(new ChatFact.MessageDeleted(chat, message, by, complete));
    }

    public void move(Message message, long session) {
        shelf.put(message.id(), message.inSession(session));
    }

    private List<Long> ids(Chat chat) {
        return Collections.unmodifiableList(byChat.getOrDefault(chat.id(), List.of()));
    }

    /** Longer text is cut and marked, not refused (documented). */
    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " (...)";
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        shelf.load(saved);
        for (Message message : shelf.all()) {
            byChat.computeIfAbsent(message.chatId(), any -> new ArrayList<>()).add(message.id());
        }
    }

    @Override
    public void clear() {
        shelf.clear();
        byChat.clear();
        sessions.clear();
    }
}
