package openlines.simulator.line;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.line.LineFact.SessionClosed;
import openlines.simulator.line.LineFact.SessionFinished;
import openlines.simulator.line.LineFact.SessionHeldByBot;
import openlines.simulator.line.LineFact.SessionReopened;
import openlines.simulator.line.Session.Stage;

/** Ends sessions: by an operator, by a bot, as spam, or because nobody wrote any more. */
@Singleton
public final class Closing implements AlarmHandler {

    private final Floor floor;
    private final Voice voice;
    private final Timers timers;
    private final Facts facts;
    private final SettableClock clock;
    private final Routing routing;

    Closing(Floor floor, Voice voice, Timers timers, Facts facts, SettableClock clock, Routing routing) {
        this.floor = floor;
        this.voice = voice;
        this.timers = timers;
        this.facts = facts;
        this.clock = clock;
        this.routing = routing;
    }

    /** An employee ends it: the line says goodbye and asks for a rating; FULL_CLOSE_TIME later it is closed for good. */
    public void finish(Session session, long by) {
        Line line = floor.lineOf(session);
        if (passes(session, line.number("CLOSE_BOT_ID"))) {
            return;
        }
        boolean rated = line.flag("VOTE_MESSAGE") && session.everAnswered() && session.vote() < 0;
        timers.cancelAll(session);
        if (rated && line.flag("VOTE_BEFORE_FINISH")) {
            ask(session, line);
        } else {
            voice.rule(session, line, "CLOSE");
            if (rated) {
                ask(session, line);
            }
        }
        session.closing(false);
        facts.emit(new SessionFinished(session, by));
        if (rated) {
            line.seconds("VOTE_TIME_LIMIT").ifPresent(limit -> timers.set(Timers.VOTE_LIMIT, session, limit));
        }
        // in minutes, by an earlier revision of the portal's page
        long minutes = line.number("FULL_CLOSE_TIME");
        if (minutes > 0) {
            timers.set(Timers.FULL_CLOSE, session, Duration.ofMinutes(minutes));
        } else if (!timers.runs(Timers.VOTE_LIMIT, session)) {
            close(session);
        }
    }

    /**
     * To the line's closing bot, where it has one, once a session: the dialog is the bot's until it ends it, hands it off,
     * or FULL_CLOSE_TIME is over (assumed: the page has the bot's id and nothing more).
     */
    private boolean passes(Session session, long bot) {
        if (session.stage() != Stage.ANSWERED || !voice.isBot(bot) || !session.bringsClosingBot()) {
            return false;
        }
        timers.cancelAll(session);
        voice.removeEmployees(session, 0);
        session.heldByBot(bot);
        voice.own(session, bot);
        voice.bring(session, bot);
        long minutes = floor.lineOf(session).number("FULL_CLOSE_TIME");
        if (minutes > 0) {
            timers.set(Timers.FULL_CLOSE, session, Duration.ofMinutes(minutes));
        }
        facts.emit(new SessionHeldByBot(session, bot));
        return true;
    }

    /** A bot ends it, or an employee marks it as spam: no goodbye, no rating (assumed). */
    public void finishAtOnce(Session session, long by, boolean spam) {
        timers.cancelAll(session);
        if (spam) {
            session.markSpam();
        } else {
            voice.rule(session, floor.lineOf(session), "CLOSE");
        }
        session.closing(false);
        facts.emit(new SessionFinished(session, by));
        close(session);
    }

    /** Another session takes its place: no word to the customer. */
    public void replace(Session session, long by) {
        timers.cancelAll(session);
        if (session.open()) {
            session.closing(false);
            facts.emit(new SessionFinished(session, by));
        }
        close(session);
    }

    void finishAutomatically(Session session) {
        if (passes(session, floor.lineOf(session).number("AUTO_CLOSE_BOT_ID"))) {
            return;
        }
        timers.cancelAll(session);
        voice.rule(session, floor.lineOf(session), "AUTO_CLOSE");
        session.closing(true);
        facts.emit(new SessionFinished(session, 0));
        close(session);
    }

    /** The goodbye that waited for a rating. */
    void goodbye(Session session) {
        voice.rule(session, floor.lineOf(session), "CLOSE");
    }

    void close(Session session) {
        timers.cancelAll(session);
        session.close(clock.instant());
        floor.sessions().closed(session);
        voice.removeBots(session);
        facts.emit(new SessionClosed(session));
    }

    /**
     * Opens it again when the customer writes soon enough: before the full closing, or within AUTO_EXPIRE_TIME (taken as
     * seconds) after an automatic one; that it goes back to the operator who had it is assumed.
     */
    boolean reopen(Session session) {
        if (session.stage() != Stage.CLOSING && !expiresLater(session)) {
            return false;
        }
        long operator = session.operator();
        timers.cancelAll(session);
        session.reopen();
        floor.sessions().reopened(session);
        facts.emit(new SessionReopened(session));
        if (!session.everAnswered() && voice.bring(session, operator)) {
            session.heldByBot(operator);
            voice.own(session, operator);
        } else if (floor.lines().serves(floor.lineOf(session), operator)) {
            routing.answer(session, operator);
        } else {
            routing.queue(session);
        }
        return true;
    }

    private boolean expiresLater(Session session) {
        Instant closed = session.closed();
        return session.autoClosed()
                && closed != null
                && closed.plusSeconds(floor.lineOf(session).number("AUTO_EXPIRE_TIME"))
                        .isAfter(clock.instant());
    }

    private void ask(Session session, Line line) {
        voice.say(session, line.text(Votes.channel(session) + "_TEXT"));
    }

    @Override
    public String kind() {
        return Timers.FULL_CLOSE;
    }

    @Override
    public void ring(long subject) {
        floor.sessions()
                .find(subject)
                .filter(session -> session.stage() == Stage.CLOSING || session.stage() == Stage.BOT)
                .ifPresent(session -> replace(session, 0));
    }
}
