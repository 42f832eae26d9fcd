package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.engine.Facts;
import openlines.simulator.line.LineFact.SessionVoted;
import openlines.simulator.line.Session.Stage;

/** Takes the customer's rating of a finished session. */
@Singleton
public final class Votes implements AlarmHandler {

    private final Floor floor;
    private final Voice voice;
    private final Timers timers;
    private final Closing closing;
    private final Facts facts;

    Votes(Floor floor, Voice voice, Timers timers, Closing closing, Facts facts) {
        this.floor = floor;
        this.voice = voice;
        this.timers = timers;
        this.closing = closing;
        this.facts = facts;
    }

    /** The texts of the widget and of the Network for those, the ones that ask for 1 or 0 for every other channel. */
    static String channel(Session session) {
        return session.widget() ? "VOTE_MESSAGE_1" : "VOTE_MESSAGE_2";
    }

    /** Whether a rating of this session is awaited. */
    public boolean awaited(Session session) {
        return session.stage() == Stage.CLOSING
                && !session.autoClosed()
                && session.vote() < 0
                && session.everAnswered()
                && floor.lineOf(session).flag("VOTE_MESSAGE");
    }

    public void take(Session session, boolean good) {
        Line line = floor.lineOf(session);
        boolean beforeFinish = line.flag("VOTE_BEFORE_FINISH");
        session.vote(good ? 1 : 0);
        timers.cancel(session, Timers.VOTE_LIMIT);
        facts.emit(new SessionVoted(session, session.vote()));
        voice.say(session, line.text(channel(session) + (good ? "_LIKE" : "_DISLIKE")));
        if (beforeFinish) {
            closing.goodbye(session);
        }
        // the portal's two pages contradict each other; the name says that Y delays the closing after the rating
        if (!line.flag("VOTE_CLOSING_DELAY") || !timers.runs(Timers.FULL_CLOSE, session)) {
            closing.close(session);
        }
    }

    @Override
    public String kind() {
        return Timers.VOTE_LIMIT;
    }

    /** No rating in time: the line says the goodbye that waited for it, and takes none any more. */
    @Override
    public void ring(long subject) {
        floor.sessions().find(subject).filter(this::awaited).ifPresent(session -> {
            if (floor.lineOf(session).flag("VOTE_BEFORE_FINISH")) {
                closing.goodbye(session);
            }
            closing.close(session);
        });
    }
}
