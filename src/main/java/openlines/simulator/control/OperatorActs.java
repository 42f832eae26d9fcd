package openlines.simulator.control;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Draft;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Caller;
import openlines.simulator.rest.Dispatcher;
import openlines.simulator.rest.Parameters;

/** What the desk's operator does with a dialog: the portal's own methods, without a token. */
@Singleton
final class OperatorActs {

    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("answer", "imopenlines.operator.answer"),
            Map.entry("skip", "imopenlines.operator.skip"),
            Map.entry("spam", "imopenlines.operator.spam"),
            Map.entry("finish", "imopenlines.operator.finish"),
            Map.entry("transfer", "imopenlines.operator.transfer"),
            Map.entry("join", "imopenlines.session.join"),
            Map.entry("intercept", "imopenlines.session.intercept"),
            Map.entry("start", "imopenlines.session.start"),
            Map.entry("silent", "imopenlines.session.mode.silent"),
            Map.entry("pin", "imopenlines.session.mode.pin"),
            Map.entry("vote", "imopenlines.session.head.vote"));

    private final Dispatcher dispatcher;
    private final Messages messages;
    private final Users users;
    private final Sessions sessions;

    OperatorActs(Dispatcher dispatcher, Messages messages, Users users, Sessions sessions) {
        this.dispatcher = dispatcher;
        this.messages = messages;
        this.users = users;
        this.sessions = sessions;
    }

    void act(Chat chat, long userId, String act, Parameters given) {
        if (users.activeEmployee(userId).isEmpty()) {
            throw Refusal.notFound("active employee " + userId);
        }
        if (act.equals("say")) {
            if (!chat.has(userId)) {
                throw new Refusal(409, "user " + userId + " is not in the chat");
            }
            Draft words = Draft.of(userId, given.text("text", ""));
            // a note among colleagues stays inside
            messages.post(chat, given.flag("hidden", false) ? words.with("SKIP_CONNECTOR", "Y") : words);
            return;
        }
        String method = METHODS.get(act);
        if (method == null) {
            throw Refusal.notFound("act " + act);
        }
        JsonMap params = new JsonMap();
        params.putAll(given.all());
        params.put("CHAT_ID", chat.id());
        sessions.last(chat.id()).ifPresent(session -> params.put("SESSION_ID", session.id()));
        Caller operator = new Caller(userId, Set.of("imopenlines"), "desk", Optional.empty());
        dispatcher.run(operator, method, new Parameters(params));
    }
}
