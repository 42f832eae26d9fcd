package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import openlines.simulator.connector.Arguments.Wording;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Line;
import openlines.simulator.method.Group;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imconnector.send.messages}, {@code .update.messages} and {@code .delete.messages}: from the channel into the line. */
@Singleton
final class MessageMethods implements RestMethods {

    private final Arguments arguments;
    private final Inbound inbound;

    MessageMethods(Arguments arguments, Inbound inbound) {
        this.arguments = arguments;
        this.inbound = inbound;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines", "imconnector")
                .addForApps("imconnector.send.messages", call -> each(call, Wording.MESSAGES, this::send))
                .addForApps("imconnector.update.messages", call -> each(call, Wording.MESSAGES, this::update))
                .addForApps("imconnector.delete.messages", call -> each(call, Wording.DELETION, this::delete))
                .methods();
    }

    /** What is done with one element. */
    private interface Treatment {
        JsonMap of(Connector connector, Line line, Piece piece);
    }

    /** All elements are looked at before the first is taken in; then each succeeds or fails on its own. */
    private Object each(Call call, Wording wording, Treatment treatment) {
        Arguments.required(call, "CONNECTOR");
        Arguments.required(call, "LINE");
        List<Piece> pieces = Piece.incoming(call);
        Connector connector = arguments.connector(call, wording);
        Line line = arguments.line(call, connector, wording);
        List<JsonMap> results = pieces.stream()
                .map(piece -> treatment.of(connector, line, piece))
                .toList();
        return JsonMap.of("SUCCESS", true).with("DATA", JsonMap.of("RESULT", results));
    }

    private JsonMap send(Connector connector, Line line, Piece piece) {
        Inbound.Outcome outcome = inbound.send(connector, line, piece);
        JsonMap result = ends(Echo.whole(piece, outcome.user(), true), outcome);
        outcome.arrival()
                .ifPresent(arrival -> result.put(
                        "session",
                        JsonMap.of("ID", Long.toString(arrival.session().id()))
                                .with("CHAT_ID", Long.toString(arrival.chat().id()))));
        return result;
    }

    private JsonMap update(Connector connector, Line line, Piece piece) {
        Inbound.Outcome outcome = inbound.update(connector, line, piece);
        return ends(Echo.whole(piece, outcome.user(), false), outcome);
    }

    private JsonMap delete(Connector connector, Line line, Piece piece) {
        Inbound.Outcome outcome = inbound.delete(connector, line, piece);
        return ends(Echo.ids(piece, outcome.user()), outcome);
    }

    private static JsonMap ends(JsonMap echo, Inbound.Outcome outcome) {
        echo.put("SUCCESS", outcome.errors().isEmpty());
        if (!outcome.errors().isEmpty()) {
            echo.put("ERRORS", outcome.errors());
        }
        return echo;
    }
}
