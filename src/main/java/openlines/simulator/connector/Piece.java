package openlines.simulator.connector;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code MESSAGES}.
 *
 * @param other the block beside the message and the chat: {@code user} on the way in, {@code im} in a confirmation
 */
record Piece(Parameters other, Parameters message, Parameters chat) {

    static List<Piece> incoming(Call call) {
        return read(call, "user");
    }

    static List<Piece> confirmations(Call call) {
        return read(call, "im");
    }

    private static List<Piece> read(Call call, String block) {
        Object given = Arguments.required(call, "MESSAGES");
        if (!tree(given)) {
            throw Arguments.error("The value of an argument 'MESSAGES' must be of type array");
        }
        return Value.list(given).stream().map(item -> piece(item, block)).toList();
    }

    private static Piece piece(@Nullable Object item, String block) {
        if (!tree(item)) {
            throw Arguments.error("The MESSAGES parameter must be an array of messages (arrays)");
        }
        Parameters element = new Parameters(Value.map(item));
        if (!tree(element.raw(block)) || !tree(element.raw("message")) || !tree(element.raw("chat"))) {
            throw Arguments.error("The incorrect structure of a message inside MESSAGES parameter");
        }
        return new Piece(element.tree(block), element.tree("message"), element.tree("chat"));
    }

    private static boolean tree(@Nullable Object value) {
        return value instanceof Map<?, ?> || value instanceof Collection<?>;
    }

    String chatCode() {
        return chat.text("id", "");
    }

    String personCode() {
        return other.text("id", "");
    }

    String messageCode() {
        return message.text("id", "");
    }
}
