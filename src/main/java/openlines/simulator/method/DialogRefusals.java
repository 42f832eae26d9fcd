package openlines.simulator.method;

import java.util.Map;
import openlines.simulator.rest.RestError;

/** Refusals of the dialog methods: one meaning, and on nearly each page words of its own. */
final class DialogRefusals {

    private static final String RIGHTS = "You cannot open this conversation as you do not have sufficient rights";
    private static final String BECAUSE =
            "You cannot open this conversation because you do not have sufficient permissions";
    private static final String PROVIDED = "The provided chat identifier is incorrect";
    private static final String INVALID = "Invalid chat identifier provided";
    private static final String CHANNEL = "The specified chat is not an Open Channel";

    private static final Map<String, String> NO_CHAT = Map.of(
            "imopenlines.message.quick.save", INVALID,
            "imopenlines.session.mode.pin", INVALID,
            "imopenlines.message.session.start", "The provided chat identifier is invalid.",
            "imopenlines.operator.another.finish", "The provided chat identifier is invalid",
            "imopenlines.operator.finish", PROVIDED,
            "imopenlines.operator.skip", PROVIDED,
            "imopenlines.operator.spam", PROVIDED,
            "imopenlines.session.mode.silent", PROVIDED,
            "imopenlines.session.start", "The specified chat identifier is invalid");

    private static final Map<String, String> NO_LINE = Map.of(
            "imopenlines.crm.lead.create",
            CHANNEL,
            "imopenlines.session.join",
            CHANNEL,
            "imopenlines.message.session.start",
            "The specified chat is not an open line.");

    private static final Map<String, String> NO_ACCESS = Map.of(
            "imopenlines.crm.lead.create",
            RIGHTS,
            "imopenlines.operator.answer",
            RIGHTS,
            "imopenlines.operator.finish",
            RIGHTS,
            "imopenlines.session.head.vote",
            RIGHTS,
            "imopenlines.session.history.get",
            RIGHTS,
            "imopenlines.session.open",
            BECAUSE,
            "imopenlines.session.start",
            BECAUSE,
            "imopenlines.message.quick.save",
            "Insufficient rights to open the specified chat",
            "imopenlines.message.session.start",
            "You cannot open this conversation as you do not have sufficient permissions.",
            "imopenlines.session.mode.silent",
            "You cannot open this conversation due to insufficient rights");

    private DialogRefusals() {}

    static RestError noChat(String method) {
        return RestError.of("CHAT_ID", NO_CHAT.getOrDefault(method, "The specified chat identifier is incorrect"));
    }

    static RestError noLine(String method) {
        return RestError.of("CHAT_TYPE", NO_LINE.getOrDefault(method, "The specified chat is not an open line"));
    }

    static RestError noAccess(String method) {
        return RestError.of(
                "ACCESS_DENIED",
                NO_ACCESS.getOrDefault(
                        method, "You cannot open this conversation as you do not have sufficient permissions"));
    }
}
