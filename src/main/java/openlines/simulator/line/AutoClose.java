package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.AlarmHandler;

/** Closes a session in which nobody has written for AUTO_CLOSE_TIME, taken as seconds (assumed). */
@Singleton
final class AutoClose implements AlarmHandler {

    private final Floor floor;
    private final Closing closing;

    AutoClose(Floor floor, Closing closing) {
        this.floor = floor;
        this.closing = closing;
    }

    @Override
    public String kind() {
        return Timers.AUTO_CLOSE;
    }

    @Override
    public void ring(long subject) {
        floor.sessions().find(subject).filter(Session::open).ifPresent(closing::finishAutomatically);
    }
}
