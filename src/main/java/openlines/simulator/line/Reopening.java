package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.AlarmHandler;

/** Asks the operators when the line's working hours begin. */
@Singleton
final class Reopening implements AlarmHandler {

    private final Routing routing;

    Reopening(Routing routing) {
        this.routing = routing;
    }

    @Override
    public String kind() {
        return Timers.OPENING;
    }

    @Override
    public void ring(long subject) {
        routing.distribute();
    }
}
