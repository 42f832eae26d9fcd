package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.time.Duration;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.line.LineFact.SessionStarted;

/**
 * USE_WELCOME_FORM: a form at the beginning of each session.
 *
 * <p>With WELCOME_FORM_DELAY a minute later, if the dialog then still goes on (assumed: the page says "with a delay").
 */
@Singleton
final class WelcomeForm implements AlarmHandler, FactListener {

    private static final Duration DELAY = Duration.ofMinutes(1);

    private final Floor floor;
    private final Voice voice;
    private final Timers timers;

    WelcomeForm(Floor floor, Voice voice, Timers timers) {
        this.floor = floor;
        this.voice = voice;
        this.timers = timers;
    }

    /** When the session's greeting has been said; a session that an operator begins needs none. */
    @Override
    public void hear(Fact fact) {
        if (fact instanceof SessionStarted(Session session, boolean manually)
                && !manually
                && floor.lineOf(session).flag("USE_WELCOME_FORM")) {
            begin(session, floor.lineOf(session));
        }
    }

    private void begin(Session session, Line line) {
        if (line.flag("WELCOME_FORM_DELAY")) {
            timers.set(Timers.WELCOME_FORM, session, DELAY);
        } else {
            send(session);
        }
    }

    private void send(Session session) {
        voice.form(session, floor.lineOf(session).number("WELCOME_FORM_ID"));
    }

    @Override
    public String kind() {
        return Timers.WELCOME_FORM;
    }

    @Override
    public void ring(long subject) {
        floor.sessions().find(subject).filter(Session::open).ifPresent(this::send);
    }
}
