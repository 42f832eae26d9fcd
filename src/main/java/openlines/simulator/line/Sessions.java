package openlines.simulator.line;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;

/** All sessions; a chat has one at a time that is not closed. */
@Singleton
public final class Sessions extends Stock<Session> {

    private final SettableClock clock;
    private final Messages messages;
    private final Map<Long, Session> lastOfChat = new HashMap<>();
    private final Map<Long, Session> open = new TreeMap<>();

    Sessions(SettableClock clock, Messages messages) {
        super("sessions", Session.class, 301);
        this.clock = clock;
        this.messages = messages;
    }

    Session add(Chat chat, Line line, long customer) {
        long id = shelf.nextId();
        long parent = last(chat.id()).map(Session::id).orElse(0L);
        Session session = shelf.put(id, new Session(id, chat, line, customer, parent, clock.instant()));
        remember(session);
        return session;
    }

    /** The last session of a chat, closed or not. */
    public Optional<Session> last(long chat) {
        return Optional.ofNullable(lastOfChat.get(chat));
    }

    public Optional<Session> openOf(long chat) {
        return last(chat).filter(Session::open);
    }

    /** What is not closed for good, by id. */
    public List<Session> unclosed() {
        return List.copyOf(open.values());
    }

    /** True for the first session of its chat. */
    boolean first(Session session) {
        return session.parentId() == 0;
    }

    void closed(Session session) {
        open.remove(session.id());
    }

    void reopened(Session session) {
        open.put(session.id(), session);
    }

    private void remember(Session session) {
        lastOfChat.put(session.chatId(), session);
        messages.openSession(session.chatId(), session.id());
        if (session.stage() != Session.Stage.CLOSED) {
            open.put(session.id(), session);
        }
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        shelf.load(saved);
        shelf.all().forEach(this::remember);
    }

    @Override
    public void clear() {
        shelf.clear();
        lastOfChat.clear();
        open.clear();
    }
}
