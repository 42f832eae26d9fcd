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

    /** One kind of trouble for the events of a name, or of any where it is empty. */
    public record Trouble(Kind kind, String name, int count) {}

    private final List<Trouble> waiting = new ArrayList<>();

    /** An unknown kind is refused by {@link IllegalArgumentException}; an empty name means every event. */
    public synchronized void add(String kind, String name, int count) {
        waiting.add(new Trouble(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), name, count));
    }

    /** What still waits, with the count that is left. */
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
