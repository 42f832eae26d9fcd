package openlines.simulator.line;

import jakarta.inject.Singleton;
import openlines.simulator.portal.User;

/** What customers see of an operator, as the line's OPERATOR_DATA wants it. */
@Singleton
public final class OperatorCards {

    /** A name and a picture; empty where there is none. */
    public record Card(String name, String avatar) {}

    /**
     * {@code profile} shows the employee's own, {@code hide} the line's default card. {@code queue} shows what the
     * queue says of the operator: no current method sets that, so it is the profile again (assumed).
     */
    public Card of(Line line, User operator) {
        if (!line.text("OPERATOR_DATA").equals("hide")) {
            return new Card(operator.name(), operator.avatar());
        }
        Object name = line.operatorCard().get("NAME");
        Object avatar = line.operatorCard().get("AVATAR");
        return new Card(name == null ? "" : name.toString(), avatar == null ? "" : avatar.toString());
    }
}
