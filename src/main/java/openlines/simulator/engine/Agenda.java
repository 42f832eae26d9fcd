package openlines.simulator.engine;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All timers of the portal in the order of their time; a kind and a subject have one alarm at most. */
@Singleton
public final class Agenda implements Kept {

    private record Key(String kind, long subject) {}

    private final SettableClock clock;
    private final TreeSet<Alarm> alarms = new TreeSet<>();
    private final Map<Key, Alarm> bySubject = new HashMap<>();
    private long sequence;

    Agenda(SettableClock clock) {
        this.clock = clock;
    }

    /** Sets the alarm, in place of one of the same kind for the same subject. */
    public void set(String kind, long subject, Duration delay) {
        cancel(kind, subject);
        Alarm alarm = new Alarm(clock.instant().plus(delay), ++sequence, kind, subject);
        alarms.add(alarm);
        bySubject.put(new Key(kind, subject), alarm);
    }

    public void cancel(String kind, long subject) {
        Alarm old = bySubject.remove(new Key(kind, subject));
        if (old != null) {
            alarms.remove(old);
        }
    }

    public Optional<Instant> due(String kind, long subject) {
        return Optional.ofNullable(bySubject.get(new Key(kind, subject))).map(Alarm::at);
    }

    public Optional<Alarm> next() {
        return alarms.isEmpty() ? Optional.empty() : Optional.of(alarms.first());
    }

    public List<Alarm> all() {
        return List.copyOf(alarms);
    }

    Optional<Alarm> takeDue(Instant now) {
        Optional<Alarm> due = next().filter(alarm -> !alarm.at().isAfter(now));
        due.ifPresent(alarm -> cancel(alarm.kind(), alarm.subject()));
        return due;
    }

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public JsonNode save() {
        return Json.tree(new Saved(sequence, all()));
    }

    @Override
    public void load(JsonNode saved) {
        clear();
        Saved agenda = Json.read(saved, Saved.class);
        sequence = agenda.sequence;
        agenda.alarms.forEach(alarm -> {
            alarms.add(alarm);
            bySubject.put(new Key(alarm.kind(), alarm.subject()), alarm);
        });
    }

    @Override
    public void clear() {
        alarms.clear();
        bySubject.clear();
        sequence = 0;
    }

    private record Saved(long sequence, List<Alarm> alarms) {}
}
