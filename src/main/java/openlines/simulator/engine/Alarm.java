package openlines.simulator.engine;

import java.time.Instant;
import java.util.Comparator;

/** Something due at a time for one subject; alarms of the same time ring in the order in which they were set. */
public record Alarm(Instant at, long sequence, String kind, long subject) implements Comparable<Alarm> {

    private static final Comparator<Alarm> ORDER =
            Comparator.comparing(Alarm::at).thenComparingLong(Alarm::sequence);

    @Override
    public int compareTo(Alarm other) {
        return ORDER.compare(this, other);
    }
}
