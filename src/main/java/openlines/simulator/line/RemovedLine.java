package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;

/** Ends the dialogs of a line that was deleted, without a word to the customers (assumed). */
@Singleton
final class RemovedLine implements FactListener {

    private final Sessions sessions;
    private final Closing closing;

    RemovedLine(Sessions sessions, Closing closing) {
        this.sessions = sessions;
        this.closing = closing;
    }

    @Override
    public void hear(Fact fact) {
        if (fact instanceof LineRemoved removed) {
            sessions.unclosed().stream()
                    .filter(session -> session.lineId() == removed.lineId())
                    .forEach(session -> closing.replace(session, 0));
        }
    }
}
