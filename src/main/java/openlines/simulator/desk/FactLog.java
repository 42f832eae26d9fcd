package openlines.simulator.desk;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;

/** The last facts, numbered, and who wants to hear of the next ones. */
@Singleton
public final class FactLog implements FactListener {

    private static final int KEPT = 10_000;

    /** A fact as the stream shows it. */
    public record Told(long id, String name, String json) {}

    private final SettableClock clock;
    private final ArrayDeque<Told> told = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private long last;

    FactLog(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public void hear(Fact fact) {
        Instant now = clock.instant();
        JsonMap shown = JsonMap.of("fact", fact.name()).with("at", now).with("data", fact.json());
        synchronized (this) {
            if (told.size() == KEPT) {
                told.removeFirst();
            }
            told.add(new Told(++last, fact.name(), Json.text(shown)));
        }
        listeners.forEach(Runnable::run);
    }

    /** What was told after {@code id}, as far as it is kept. */
    synchronized List<Told> after(long id) {
        return told.stream().filter(one -> one.id > id).toList();
    }

    public synchronized long last() {
        return last;
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
