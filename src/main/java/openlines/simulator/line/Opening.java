package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.chat.Chat;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Facts;
import openlines.simulator.line.LineFact.SessionHeldByBot;
import openlines.simulator.line.LineFact.SessionStarted;
import openlines.simulator.line.Session.Stage;

/** Begins sessions: with the line's welcome bot where it has one, else with the queue. */
@Singleton
public final class Opening implements AlarmHandler {

    private final Floor floor;
    private final Routing routing;
    private final Voice voice;
    private final Timers timers;
    private final CrmTracker crm;
    private final Facts facts;

    Opening(Floor floor, Routing routing, Voice voice, Timers timers, CrmTracker crm, Facts facts) {
        this.floor = floor;
        this.routing = routing;
        this.voice = voice;
        this.timers = timers;
        this.crm = crm;
        this.facts = facts;
    }

    Session begin(Chat chat, Line line, long customer) {
        Session session = floor.sessions().add(chat, line, customer);
        // whoever served the one before is out; this one is offered anew
        voice.removeEmployees(session, 0);
        crm.begin(session, line);
        facts.emit(new SessionStarted(session, false));
        if (!welcome(session, line)) {
            routing.queue(session);
        }
        return session;
    }

    /** Begins a session by hand, for the employee who asks for it. */
    public Session beginFor(Chat chat, Line line, long customer, long user) {
        Session session = floor.sessions().add(chat, line, customer);
        crm.begin(session, line);
        facts.emit(new SessionStarted(session, true));
        routing.answer(session, user);
        return session;
    }

    /** What the line says of itself once the customer has spoken. */
    void greet(Session session) {
        Line line = floor.lineOf(session);
        boolean greets = floor.sessions().first(session) || line.flag("SEND_WELCOME_EACH_SESSION");
        if (line.flag("WELCOME_MESSAGE") && greets) {
            voice.say(session, line.text("WELCOME_MESSAGE_TEXT"));
        }
        if (!floor.workTime().open(line)) {
            voice.rule(session, line, "WORKTIME_DAYOFF");
        }
    }

    private boolean welcome(Session session, Line line) {
        boolean joins = line.flag("WELCOME_BOT_ENABLE")
                && (line.text("WELCOME_BOT_JOIN").equals("always")
                        || floor.sessions().first(session));
        return joins && hold(session, line, line.number("WELCOME_BOT_ID"));
    }

    /** Gives the session to a bot for WELCOME_BOT_TIME; false where there is no such bot. */
    boolean hold(Session session, Line line, long bot) {
        if (!voice.bring(session, bot)) {
            return false;
        }
        session.heldByBot(bot);
        voice.own(session, bot);
        line.seconds("WELCOME_BOT_TIME").ifPresent(delay -> timers.set(Timers.BOT_TIME, session, delay));
        facts.emit(new SessionHeldByBot(session, bot));
        return true;
    }

    /** An employee's dialog goes to a bot, who holds it from now on. */
    public void giveTo(Session session, long bot) {
        timers.cancel(session, Timers.QUEUE_TIME, Timers.NO_ANSWER, Timers.OPENING);
        voice.removeEmployees(session, 0);
        hold(session, floor.lineOf(session), bot);
    }

    @Override
    public String kind() {
        return Timers.BOT_TIME;
    }

    @Override
    public void ring(long subject) {
        floor.sessions()
                .find(subject)
                .filter(session -> session.stage() == Stage.BOT)
                .ifPresent(routing::queue);
    }
}
