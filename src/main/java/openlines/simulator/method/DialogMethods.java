package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imopenlines.dialog.get} by any of its four keys, and a session's history. */
@Singleton
final class DialogMethods implements RestMethods {

    private final LineDialogs dialogs;
    private final Chats chats;
    private final Sessions sessions;
    private final ImObjects objects;
    private final History history;

    DialogMethods(LineDialogs dialogs, Chats chats, Sessions sessions, ImObjects objects, History history) {
        this.dialogs = dialogs;
        this.chats = chats;
        this.sessions = sessions;
        this.objects = objects;
        this.history = history;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.dialog.get", this::get)
                .add("imopenlines.session.history.get", this::history)
                .methods();
    }

    private Object get(Call call) {
        return find(call.params())
                .filter(Chat::lines)
                .filter(chat -> dialogs.accessible(chat, call.userId()))
                .map(chat -> objects.chat(chat, call.userId()))
                .orElseThrow(() -> RestError.of("ACCESS_ERROR", "You do not have access to the specified dialog"));
    }

    private Optional<Chat> find(Parameters params) {
        if (!params.blank("CHAT_ID")) {
            return chats.find(params.id("CHAT_ID"));
        }
        if (!params.blank("DIALOG_ID")) {
            String dialog = params.text("DIALOG_ID", "");
            return Value.number(dialog.startsWith("chat") ? dialog.substring(4) : "")
                    .flatMap(chats::find);
        }
        if (!params.blank("SESSION_ID")) {
            return sessions.find(params.id("SESSION_ID")).map(Session::chatId).flatMap(chats::find);
        }
        // an earlier revision took the code with the prefix under which CRM stores it
        String code = params.text("USER_CODE", "");
        return chats.find("LINES", code.startsWith("imol|") ? code.substring(5) : code);
    }

    private Object history(Call call) {
        Parameters params = call.params();
        if (params.blank("SESSION_ID") && params.blank("CHAT_ID")) {
            throw RestError.of("MISSING_REQUIRED_PARAM", "Session ID or Chat ID must be provided");
        }
        if (!params.blank("SESSION_ID")) {
            long id = params.id("SESSION_ID");
            if (id == 0) {
                throw underivable();
            }
            // with its id a session is readable without being in the chat; a missing one is refused like a forbidden
            // one
            Session session = sessions.find(id).orElseThrow(() -> DialogRefusals.noAccess(call.method()));
            return history.of(session, call.userId());
        }
        Session session = sessions.last(params.id("CHAT_ID")).orElseThrow(DialogMethods::underivable);
        if (!dialogs.accessible(chats.get(session.chatId()), call.userId())) {
            throw DialogRefusals.noAccess(call.method());
        }
        return history.of(session, call.userId());
    }

    private static RestError underivable() {
        return RestError.of("INVALID_SESSION_ID", "Unable to determine session ID from provided parameters");
    }
}
