package openlines.runtime;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** What the runtime counts, by name; one place, so that the manual can list it. */
final class Meters {
    private final MeterRegistry registry;

    Meters(MeterRegistry registry) {
        this.registry = registry;
    }

    void kept(boolean isNew) {
        registry.counter("openlines.inbox", "outcome", isNew ? "kept" : "repeat")
                .increment();
    }

    /** A turn that a handler answered. */
    void turn(String bot, String handler, long nanos) {
        registry.timer("openlines.turns", "bot", bot, "handler", handler).record(Duration.ofNanos(nanos));
    }

    /** An event that no handler was asked about: a person has the dialog, or it is nothing to answer. */
    void silent(String why) {
        registry.counter("openlines.turns.silent", "why", why).increment();
    }

    void failed(String why) {
        registry.counter("openlines.turns.failed", "why", why).increment();
    }

    void handoff() {
        registry.counter("openlines.handoffs").increment();
    }

    /** A letter: sent, withheld, later, dead. */
    void letter(String outcome) {
        registry.counter("openlines.letters", "outcome", outcome).increment();
    }
}
