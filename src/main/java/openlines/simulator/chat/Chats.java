package openlines.simulator.chat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.chat.Chat.Entity;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Stock;

/** All chats, and who comes and goes in them. */
@Singleton
public final class Chats extends Stock<Chat> {

    private final SettableClock clock;
    private final Facts facts;
    private final List<TypingRule> typing;
    private final Map<String, Long> byEntity = new HashMap<>();
    private final Map<String, Long> privates = new HashMap<>();

    Chats(SettableClock clock, Facts facts, List<TypingRule> typing) {
        super("chats", Chat.class, 1001);
        this.clock = clock;
        this.facts = facts;
        this.typing = typing;
    }

    public Chat add(Chat.Type type, String title) {
        long id = shelf.nextId();
        return shelf.put(id, new Chat(id, type, title, clock.instant()));
    }

    public Chat add(Chat.Type type, String title, Entity entity) {
        Chat chat = add(type, title);
        chat.standFor(entity);
        byEntity.put(entity.type() + "|" + entity.id(), chat.id());
        return chat;
    }

    /** Makes the chat stand for a thing, by which it is found from now on. */
    public void link(Chat chat, Entity entity) {
        chat.standFor(entity);
        byEntity.put(entity.type() + "|" + entity.id(), chat.id());
    }

    public Chat get(long id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no chat " + id));
    }

    public Optional<Chat> find(String entityType, String entityId) {
        return Optional.ofNullable(byEntity.get(entityType + "|" + entityId)).flatMap(shelf::find);
    }

    /** The one-to-one chat of two users, made at need. */
    public Chat between(long one, long other) {
        String pair = Math.min(one, other) + "|" + Math.max(one, other);
        Long known = privates.get(pair);
        if (known != null) {
            return get(known);
        }
        Chat chat = add(Chat.Type.PRIVATE, "");
        chat.own(one);
        privates.put(pair, chat.id());
        join(chat, one, one);
        join(chat, other, one);
        return chat;
    }

    public boolean join(Chat chat, long user, long by) {
        boolean joined = chat.join(user);
        if (joined) {
            facts.emit(new ChatFact.Joined(chat, user, by));
        }
        return joined;
    }

    public boolean leave(Chat chat, long user) {
        boolean left = chat.part(user);
        if (left) {
            facts.emit(new ChatFact.Left(chat, user));
        }
        return left;
    }

    /** The chat is gone, with nobody told. */
    public void remove(Chat chat) {
        shelf.remove(chat.id());
        byEntity.values().remove(chat.id());
        privates.values().remove(chat.id());
    }

    /** False where the chat does not show who writes. */
    public boolean typing(Chat chat, long user) {
        boolean shown = typing.stream().allMatch(rule -> rule.shows(chat, user));
        if (shown) {
            facts.emit(new ChatFact.Typing(chat, user));
        }
        return shown;
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        shelf.load(saved);
        for (Chat chat : shelf.all()) {
            if (!chat.entity().type().isEmpty()) {
                byEntity.put(chat.entity().type() + "|" + chat.entity().id(), chat.id());
            }
            if (chat.type() == Chat.Type.PRIVATE) {
                Object[] pair = chat.members().toArray();
                privates.put(pair[0] + "|" + pair[pair.length - 1], chat.id());
            }
        }
    }

    @Override
    public void clear() {
        shelf.clear();
        byEntity.clear();
        privates.clear();
    }
}
