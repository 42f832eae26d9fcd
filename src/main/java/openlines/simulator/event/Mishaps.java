package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import openlines.simulator.engine.Agenda;

/** Events held back by ordered troubles: one until the next event has gone, others for half a minute. */
@Singleton
final class Mishaps {

    static final String LATE = "event.late";
    private static final Duration DELAY = Duration.ofSeconds(30);

    private final Troubles troubles;
    private final Agenda agenda;
    private final ArrayDeque<Outgoing> held = new ArrayDeque<>();
    private final Map<Long, Outgoing> late = new HashMap<>();
    private long delayed;

    Mishaps(Troubles troubles, Agenda agenda) {
        this.troubles = troubles;
        this.agenda = agenda;
    }

    Troubles troubles() {
        return troubles;
    }

    void hold(Outgoing event) {
        held.add(event);
    }

    Optional<Outgoing> releaseHeld() {
        return Optional.ofNullable(held.poll());
    }

    void delay(Outgoing event) {
        late.put(++delayed, event);
        agenda.set(LATE, delayed, DELAY);
    }

    Optional<Outgoing> takeLate(long number) {
        return Optional.ofNullable(late.remove(number));
    }
}
