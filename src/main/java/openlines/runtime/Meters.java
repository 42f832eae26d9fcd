package openlines.runtime;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What the runtime counts, by name; one place, so that the manual can list it. */
final class Meters {
    private final MeterRegistry registry;
    /** A registry's own search costs more than counting. */
    private final Map<Named, Counter> counters = new ConcurrentHashMap<>();

    private final Map<Handled, Timer> turns = new ConcurrentHashMap<>();

    private record Named(String name, String tag, String value) {}

    private record Handled(String bot, String handler) {}

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void kept(boolean isNew) {
        count("openlines.inbox", "outcome", isNew ? "kept" : "repeat");
    }

    /** A turn that a handler answered. */
    void turn(String bot, String handler, long nanos) {
        turns.computeIfAbsent(
                        new Handled(bot, handler),
                        turn -> registry.timer("openlines.turns", "bot", turn.bot(), "handler", turn.handler()))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** An event that no handler was asked about: a person has the dialog, or it is nothing to answer. */
    void silent(String why) {
        count("openlines.turns.silent", "why", why);
    }

    void failed(String why) {
        registry.counter("openlines.turns.failed", "why", why).increment();
    }

    void handoff() {
        registry.counter("openlines.handoffs").increment();
    }

    /** A letter: sent, withheld, later, dead. */
    void letter(String outcome) {
        count("openlines.letters", "outcome", outcome);
    }

    private void count(String name, String tag, String value) {
        counters.computeIfAbsent(
                        new Named(name, tag, value),
                        named -> registry.counter(named.name(), named.tag(), named.value()))
                .increment();
    }
}
