package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Troubles ordered by a test for the next events. */
@Singleton
public final class Troubles {

    /** What can happen to an event on its way. */
    public enum Kind {
        DROP,
        DOUBLE,
        REORDER,
        LATE
    }

    /** A trouble, and for how many events more. */
    public record Trouble(Kind kind, String name, int count) {}

    private final List<Trouble> waiting = new ArrayList<>();

    /** False for a kind that there is not; an empty name means every event. */
    public synchronized boolean add(String kind, String name, int count) {
        return List.of(Kind.values()).stream()
                .filter(known -> known.name().equals(kind.toUpperCase(Locale.ROOT)))
                .findFirst()
                .map(known -> waiting.add(new Trouble(known, name, count)))
                .orElse(false);
    }

    /** What has not hit yet. */
    public synchronized List<Trouble> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    synchronized Optional<Kind> take(String event) {
        for (int i = 0; i < waiting.size(); i++) {
            Trouble trouble = waiting.get(i);
            if (trouble.name.isEmpty() || trouble.name.equalsIgnoreCase(event)) {
                if (trouble.count > 1) {
                    waiting.set(i, new Trouble(trouble.kind, trouble.name, trouble.count - 1));
                } else {
                    waiting.remove(i);
                }
                return Optional.of(trouble.kind);
            }
        }
        return Optional.empty();
    }
}
