package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.LineFact.SessionAnswered;
import openlines.simulator.line.LineFact.SessionClosed;
import openlines.simulator.line.LineFact.SessionFinished;
import openlines.simulator.line.LineFact.SessionOffered;
import openlines.simulator.line.LineFact.SessionQueued;

/** Looks for somebody to take what waits, whenever an operator's hands may have become free. */
@Singleton
final class Redistribution implements FactListener {

    private final Routing routing;

    Redistribution(Routing routing) {
        this.routing = routing;
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            // whoever had it or was asked before is free again
            case SessionFinished _, SessionClosed _, SessionAnswered _, SessionQueued _, SessionOffered _ ->
                routing.distribute();
            default -> {}
        }
    }
}
