package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.connector.Threads.Strand;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Broadcast;
import openlines.simulator.event.Broadcast.Event;
import openlines.simulator.line.LineFact.SessionFinished;
import openlines.simulator.line.LineFact.SessionStarted;
import openlines.simulator.line.LineRemoved;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Session;
import openlines.simulator.rest.Value;

/** Tells connectors of the beginning and the end of their dialogs, and applications of deleted lines. */
@Singleton
final class DialogEvents implements FactListener {

    private final Threads threads;
    private final Connectors connectors;
    private final Lines lines;
    private final Broadcast broadcast;

    DialogEvents(Threads threads, Connectors connectors, Lines lines, Broadcast broadcast) {
        this.threads = threads;
        this.connectors = connectors;
        this.lines = lines;
        this.broadcast = broadcast;
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            case SessionStarted(Session session, boolean manually) ->
                tell("ONIMCONNECTORDIALOGSTART", session, "N", manually ? session.operator() : session.customerId());
            case SessionFinished(Session session, long by) -> tell("ONIMCONNECTORDIALOGFINISH", session, "Y", by);
            // to everybody who wants it: the event names no connector (assumed)
            case LineRemoved(long line) ->
                broadcast.send(
                        Event.of("ONIMCONNECTORLINEDELETE", Long.toString(line), line, Broadcast.SOMEBODY),
                        app -> true);
            default -> {}
        }
    }

    private void tell(String event, Session session, String closed, long by) {
        threads.find(session.chatId()).ifPresent(strand -> {
            String owner =
                    connectors.find(strand.connector()).map(Connector::clientId).orElse("");
            broadcast.send(
                    new Event(event, "eventId", Long.toString(session.id()), data(strand, session, closed), by),
                    app -> app.clientId().equals(owner));
        });
    }

    /**
     * The connector block in the channel's ids and the chat in the portal's, as the two differ in a figure of a
     * neighbouring event (observed); the line is a text outside and a number inside (documented).
     */
    private JsonMap data(Strand strand, Session session, String closed) {
        JsonMap connector = JsonMap.of("connector_id", strand.connector())
                .with("line_id", strand.lineId())
                .with("chat_id", code(strand.chatCode()))
                .with("user_id", code(strand.userCode()));
        JsonMap dialog = JsonMap.of("id", session.id())
                .with("closed", closed)
                .with("parent_id", session.parentId())
                .with("close_term", closeTerm(session));
        JsonMap item = JsonMap.of("connector", connector)
                .with("session", dialog)
                .with("chat", JsonMap.of("id", session.chatId()))
                .with("user", JsonMap.of("id", code(strand.userCode())));
        return JsonMap.of("CONNECTOR", strand.connector())
                .with("LINE", Long.toString(strand.lineId()))
                .with("DATA", List.of(item));
    }

    /** A number where it is one, as the page types it; channels may have texts. */
    private static Object code(String text) {
        return Value.number(text).<Object>map(number -> number).orElse(text);
    }

    /** The line's minutes from finishing to full closing, which start with the figure's 10 (assumed). */
    private long closeTerm(Session session) {
        return lines.find(session.lineId())
                .map(line -> line.number("FULL_CLOSE_TIME"))
                .orElse(0L);
    }
}
