package openlines.simulator.event;

import jakarta.inject.Singleton;
import openlines.simulator.engine.AlarmHandler;

/** Sends what an ordered trouble has delayed. */
@Singleton
final class LateEvents implements AlarmHandler {

    private final Mishaps mishaps;
    private final Delivery delivery;

    LateEvents(Mishaps mishaps, Delivery delivery) {
        this.mishaps = mishaps;
        this.delivery = delivery;
    }

    @Override
    public String kind() {
        return Mishaps.LATE;
    }

    @Override
    public void ring(long subject) {
        mishaps.takeLate(subject).ifPresent(delivery::lay);
    }
}
