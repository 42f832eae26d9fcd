package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.LineFact.SessionAnswered;
import openlines.simulator.line.LineFact.SessionClosed;
import openlines.simulator.line.LineFact.SessionFinished;
import openlines.simulator.line.LineFact.SessionOffered;

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
            case SessionFinished _, SessionClosed _, SessionAnswered _ -> routing.distribute();
            // the one who was asked before is free again
            case SessionOffered offered when offered.session().asked().size() > 1 -> routing.distribute();
            default -> {}
        }
    }
}
