package openlines.simulator.line;

import openlines.simulator.engine.Fact;
import openlines.simulator.engine.JsonMap;

/** What happens to sessions. */
public sealed interface LineFact extends Fact {

    Session session();

    @Override
    default JsonMap json() {
        return new JsonMap()
                .with("sessionId", session().id())
                .with("chatId", session().chatId())
                .with("lineId", session().lineId())
                .with("stage", session().stage().name())
                .with("operator", session().operator());
    }

    /** A session began; {@code manually} not by a customer's message. */
    record SessionStarted(Session session, boolean manually) implements LineFact {}

    /** A chatbot holds it. */
    record SessionHeldByBot(Session session, long botId) implements LineFact {}

    /** It waits for an operator. */
    record SessionQueued(Session session) implements LineFact {}

    /** An operator, or all of them, or nobody, is asked to take it. */
    record SessionOffered(Session session) implements LineFact {}

    /** An operator took it. */
    record SessionAnswered(Session session, long userId) implements LineFact {}

    /** It was finished, by an employee, a bot or the line itself (0). */
    record SessionFinished(Session session, long by) implements LineFact {}

    /** It is over for good: no rating, no other word opens it again. */
    record SessionClosed(Session session) implements LineFact {}

    /** The customer wrote again soon enough. */
    record SessionReopened(Session session) implements LineFact {}

    /** The customer rated it: 1 good, 0 bad. */
    record SessionVoted(Session session, int rating) implements LineFact {}
}
