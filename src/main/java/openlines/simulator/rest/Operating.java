package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import openlines.simulator.engine.SettableClock;

/** The time that a source's calls of a method took, in ten baskets of a minute; above the limit it is refused. */
@Singleton
public final class Operating {

    private static final Duration BASKET = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    /** What the documentation's worked example assumes. */
    private static final double LIMIT = 480;

    /** Charged by a test: counts for every source. */
    private static final String EVERYBODY = "*";

    private record Key(String source, String method) {}

    private static final class Basket {
        private final Instant first;
        private double seconds;

        private Basket(Instant first) {
            this.first = first;
        }
    }

    /** Seconds in the window, and when its oldest basket drops out. */
    record Used(double seconds, Instant resetAt) {}

    private final SettableClock clock;
    private final Map<Key, ArrayDeque<Basket>> baskets = new HashMap<>();
    private boolean on;

    Operating(SettableClock clock) {
        this.clock = clock;
    }

    public void limit(boolean limited) {
        on = limited;
    }

    public boolean limited() {
        return on;
    }

    /** Charges all sources, as a test that wants the limit reached does. */
    public void charge(String method, double seconds) {
        charge(EVERYBODY, method, seconds);
    }

    /** The call that crosses the limit still completes; the next one is refused. */
    void check(String source, String method) {
        if (on && used(source, method).seconds > LIMIT) {
            throw new RestError(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit");
        }
    }

    Used charge(String source, String method, double seconds) {
        Instant now = clock.instant();
        ArrayDeque<Basket> row = baskets.computeIfAbsent(new Key(source, method), any -> new ArrayDeque<>());
        Basket last = row.peekLast();
        if (last == null || !now.isBefore(last.first.plus(BASKET))) {
            last = new Basket(now);
            row.add(last);
        }
        last.seconds += seconds;
        return used(source, method);
    }

    private Used used(String source, String method) {
        double seconds = 0;
        Instant oldest = clock.instant();
        for (String counted : new String[] {source, EVERYBODY}) {
            ArrayDeque<Basket> row = baskets.getOrDefault(new Key(counted, method), new ArrayDeque<>());
            while (!row.isEmpty() && !row.getFirst().first.plus(WINDOW).isAfter(clock.instant())) {
                row.removeFirst();
            }
            seconds += row.stream().mapToDouble(basket -> basket.seconds).sum();
            if (!row.isEmpty() && row.getFirst().first.isBefore(oldest)) {
                oldest = row.getFirst().first;
            }
        }
        return new Used(seconds, oldest.plus(WINDOW));
    }

    public void clear() {
        baskets.clear();
    }
}
