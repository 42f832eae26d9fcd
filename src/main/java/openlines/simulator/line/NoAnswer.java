package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.engine.AlarmHandler;
import openlines.simulator.line.Session.Stage;

/** Tells a customer, once a session, that nobody has answered in time; the line's bot for that comes each time. */
@Singleton
final class NoAnswer implements AlarmHandler {

    private final Floor floor;
    private final Voice voice;

    NoAnswer(Floor floor, Voice voice) {
        this.floor = floor;
        this.voice = voice;
    }

    @Override
    public String kind() {
        return Timers.NO_ANSWER;
    }

    @Override
    public void ring(long subject) {
        floor.sessions()
                .find(subject)
                .filter(session -> session.stage() == Stage.QUEUE)
                .ifPresent(this::unanswered);
    }

    private void unanswered(Session session) {
        Line line = floor.lineOf(session);
        if (session.tellNoAnswer()) {
            voice.rule(session, line, "NO_ANSWER");
        } else {
            voice.bring(session, line.number("NO_ANSWER_BOT_ID"));
        }
    }
}
