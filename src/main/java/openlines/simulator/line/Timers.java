package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import openlines.simulator.engine.Agenda;

/** The timers that a session can have. */
@Singleton
public final class Timers {

    static final String QUEUE_TIME = "line.queue-time";
    static final String NO_ANSWER = "line.no-answer";
    static final String BOT_TIME = "line.bot-time";
    static final String OPENING = "line.opening";
    static final String AUTO_CLOSE = "line.auto-close";
    static final String FULL_CLOSE = "line.full-close";
    static final String VOTE_LIMIT = "line.vote-limit";
    static final String WELCOME_FORM = "line.welcome-form";
    static final String KPI_FIRST = "line.kpi-first";
    static final String KPI_FURTHER = "line.kpi-further";

    private static final List<String> ALL = List.of(
            QUEUE_TIME,
            NO_ANSWER,
            BOT_TIME,
            OPENING,
            AUTO_CLOSE,
            FULL_CLOSE,
            VOTE_LIMIT,
            WELCOME_FORM,
            KPI_FIRST,
            KPI_FURTHER);

    private final Agenda agenda;

    Timers(Agenda agenda) {
        this.agenda = agenda;
    }

    /** The names of all timers a session can have. */
    public static List<String> kinds() {
        return ALL;
    }

    void set(String timer, Session session, Duration delay) {
        agenda.set(timer, session.id(), delay);
    }

    boolean runs(String timer, Session session) {
        return agenda.due(timer, session.id()).isPresent();
    }

    void cancel(Session session, String... timers) {
        for (String timer : timers) {
            agenda.cancel(timer, session.id());
        }
    }

    void cancelAll(Session session) {
        ALL.forEach(timer -> agenda.cancel(timer, session.id()));
    }
}
