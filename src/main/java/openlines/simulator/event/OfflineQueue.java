package openlines.simulator.event;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import openlines.simulator.engine.Agenda;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Kept;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Shelf;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.Tokens;

/** Events that applications fetch instead of having them posted: the last change of each object. */
@Singleton
public final class OfflineQueue implements Kept, AlarmHandler {

    private static final Duration RESERVED = Duration.ofDays(30);

    /** One change; {@code process} is empty until somebody reserves it. */
    public record Waiting(
            long id,
            Instant at,
            String clientId,
            String connector,
            String event,
            String object,
            String process,
            boolean failed) {

        public Waiting reserved(String by) {
            return new Waiting(id, at, clientId, connector, event, object, by, failed);
        }

        public Waiting failedToo() {
            return new Waiting(id, at, clientId, connector, event, object, process, true);
        }
    }

    private final SettableClock clock;
    private final Agenda agenda;
    private final Bindings bindings;
    private final Dice dice;
    private final Notice notice;
    private final Shelf<Waiting> shelf = new Shelf<>(Waiting.class, 1);
    private final Map<Long, Instant> noticed = new TreeMap<>();

    OfflineQueue(SettableClock clock, Agenda agenda, Bindings bindings, Dice dice, Notice notice) {
        this.clock = clock;
        this.agenda = agenda;
        this.bindings = bindings;
        this.dice = dice;
        this.notice = notice;
    }

    /** What a notice of new records is made of. */
    @Singleton
    record Notice(Apps apps, Tokens tokens, AuthBlock auth, Delivery delivery) {}

    void add(String clientId, String connector, String event, String object) {
        shelf.all().stream()
                .filter(old -> old.clientId.equals(clientId)
                        && old.connector.equals(connector)
                        && old.object.equals(object)
                        && old.event.equals(event)
                        && old.process.isEmpty())
                .toList()
                .forEach(old -> shelf.remove(old.id));
        long id = shelf.nextId();
        shelf.put(id, new Waiting(id, clock.instant(), clientId, connector, event, object, "", false));
        bindings.find(binding -> binding.clientId().equals(clientId)
                        && !binding.offline()
                        && binding.event().equals("ONOFFLINEEVENT"))
                .forEach(this::announce);
    }

    /** At once, or when its least interval has passed. */
    private void announce(Binding binding) {
        Instant last = noticed.get(binding.id());
        Instant next = last == null ? clock.instant() : last.plusSeconds(binding.minTimeout());
        if (!next.isAfter(clock.instant())) {
            tell(binding);
        } else if (agenda.due(kind(), binding.id()).isEmpty()) {
            agenda.set(kind(), binding.id(), Duration.between(clock.instant(), next));
        }
    }

    private void tell(Binding binding) {
        noticed.put(binding.id(), clock.instant());
        notice.apps.find(binding.clientId()).ifPresent(app -> {
            Tokens.Pair pair = notice.tokens.issue(app.clientId(), app.userId());
            JsonMap form = JsonMap.of("event", "ONOFFLINEEVENT")
                    .with("event_handler_id", binding.id())
                    .with("data", List.of())
                    .with("ts", 0)
                    .with("auth", notice.auth.withRefresh(app, pair));
            notice.delivery.post(new Outgoing("ONOFFLINEEVENT", binding.handler(), form));
        });
    }

    @Override
    public String kind() {
        return "event.offline-notice";
    }

    @Override
    public void ring(long subject) {
        bindings.find(subject).ifPresent(this::tell);
    }

    /** Oldest first; what was reserved thirty days ago is gone. */
    public List<Waiting> of(String clientId, String connector) {
        Instant limit = clock.instant().minus(RESERVED);
        shelf.all().stream()
                .filter(old -> !old.process.isEmpty() && old.at.isBefore(limit))
                .toList()
                .forEach(old -> shelf.remove(old.id));
        return shelf.all().stream()
                .filter(waiting -> waiting.clientId.equals(clientId) && waiting.connector.equals(connector))
                .toList();
    }

    /** A name under which records are reserved. */
    public String newProcess() {
        return dice.hex(32);
    }

    public void put(Waiting changed) {
        shelf.put(changed.id, changed);
    }

    public void remove(Waiting waiting) {
        shelf.remove(waiting.id);
    }

    @Override
    public String name() {
        return "offline-events";
    }

    @Override
    public JsonNode save() {
        return shelf.save();
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        shelf.load(saved);
    }

    @Override
    public void clear() {
        shelf.clear();
        noticed.clear();
    }
}
