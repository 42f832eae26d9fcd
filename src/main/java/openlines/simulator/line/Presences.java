package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.User.Presence;

/** Employees come, go and are dismissed, and the lines take note. */
@Singleton
public final class Presences {

    private final Sessions sessions;
    private final Routing routing;
    private final SettableClock clock;
    private final Facts facts;

    Presences(Sessions sessions, Routing routing, SettableClock clock, Facts facts) {
        this.sessions = sessions;
        this.routing = routing;
        this.clock = clock;
        this.facts = facts;
    }

    public void set(User user, Presence presence) {
        user.reinstate();
        user.present(presence);
        user.seen(clock.instant());
        facts.emit(new PresenceChanged(user));
        routing.distribute();
    }

    /** What they had or were asked for goes on to the next in the queue (assumed). */
    public void dismiss(User user) {
        user.dismiss();
        facts.emit(new PresenceChanged(user));
        sessions.unclosed().stream()
                .filter(session -> session.open() && session.operator() == user.id())
                .forEach(routing::queue);
    }
}
