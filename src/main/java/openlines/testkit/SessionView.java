package openlines.testkit;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Where a session stands.
 *
 * @param stage {@code BOT}, {@code QUEUE}, {@code ANSWERED}, {@code CLOSING}, {@code CLOSED}
 * @param operator who holds it or is asked, 0 for nobody
 */
public record SessionView(long id, String stage, long operator, String operatorName) {
    static SessionView of(JsonNode session) {
        return new SessionView(
                session.path("id").asLong(),
                session.path("stage").asText(),
                session.path("operator").asLong(),
                session.path("operatorName").asText());
    }

    public boolean waitsInQueue() {
        return stage.equals("QUEUE");
    }

    public boolean heldByBot() {
        return stage.equals("BOT");
    }

    public boolean heldByPerson() {
        return stage.equals("ANSWERED");
    }

    public boolean over() {
        return stage.equals("CLOSED") || stage.equals("CLOSING");
    }
}
