package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Messages;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.line.Closing;
import openlines.simulator.line.EntityData;
import openlines.simulator.line.Lines;
import openlines.simulator.line.Opening;
import openlines.simulator.line.Routing;
import openlines.simulator.line.Session;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.line.Sessions;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imopenlines.session.*}: opening, starting, joining, taking over, pinning and rating sessions. */
@Singleton
final class SessionMethods implements RestMethods {

    private final LineDialogs dialogs;
    private final Chats chats;
    private final Messages messages;
    private final Sessions sessions;
    private final Supervision supervision;
    private final Turns turns;

    SessionMethods(
            LineDialogs dialogs,
            Chats chats,
            Messages messages,
            Sessions sessions,
            Supervision supervision,
            Turns turns) {
        this.dialogs = dialogs;
        this.chats = chats;
        this.messages = messages;
        this.sessions = sessions;
        this.supervision = supervision;
        this.turns = turns;
    }

    /** What a session goes through. */
    @Singleton
    record Turns(Lines lines, Opening opening, Routing routing, Closing closing, EntityData entityData) {}

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.session.open", this::open)
                .add("imopenlines.session.start", this::start)
                .add("imopenlines.message.session.start", this::startFromMessage)
                .add("imopenlines.session.join", this::join)
                .add("imopenlines.session.intercept", this::intercept)
                .add("imopenlines.session.mode.pin", this::pin)
                .add("imopenlines.session.mode.pinAll", this::pinAll)
                .add("imopenlines.session.mode.unpinAll", this::unpinAll)
                .add("imopenlines.session.mode.silent", this::silent)
                .add("imopenlines.session.head.vote", supervision::vote)
                .methods();
    }

    /** An unknown code is on no page; the one error listed is taken for it (assumed). */
    private Object open(Call call) {
        String code = call.params().text("USER_CODE", "");
        return chats.find("LINES", code)
                .filter(chat -> dialogs.accessible(chat, call.userId()))
                // a text, by the figure; the table says integer
                .map(chat -> JsonMap.of("chatId", Long.toString(chat.id())))
                .orElseThrow(() -> DialogRefusals.noAccess(call.method()));
    }

    /** Ends what is open in the chat and gives the new session to the caller (assumed). */
    private Object start(Call call) {
        begin(dialogs.chat(call), call.userId());
        return true;
    }

    /** A message of another chat moves nowhere: no error is listed for it. */
    private Object startFromMessage(Call call) {
        Chat chat = dialogs.chat(call);
        Session session = begin(chat, call.userId());
        messages.find(call.params().id("MESSAGE_ID"))
                .filter(message -> message.chatId() == chat.id())
                .ifPresent(message -> messages.move(message, session.id()));
        return true;
    }

    private Session begin(Chat chat, long user) {
        Optional<Session> last = sessions.last(chat.id());
        last.filter(session -> session.stage() != Stage.CLOSED)
                .ifPresent(session -> turns.closing.replace(session, user));
        long lineId = last.map(Session::lineId).orElse(0L);
        long customer = last.map(Session::customerId).orElse(0L);
        return turns.opening.beginFor(chat, turns.lines.get(lineId), customer, user);
    }

    private Object join(Call call) {
        chats.join(dialogs.chat(call), call.userId(), call.userId());
        return true;
    }

    private Object intercept(Call call) {
        Session session = dialogs.chatOrEmpty(call)
                .filter(chat -> dialogs.accessible(chat, call.userId()))
                .flatMap(dialogs::openSession)
                .filter(open -> !open.heldBy(call.userId()))
                // this page writes "can not" where the others write "cannot"
                .orElseThrow(() -> RestError.of("OPERATOR_WRONG", "You can not redirect to this operator"));
        turns.routing.answer(session, call.userId());
        return true;
    }

    private Object pin(Call call) {
        if (!call.params().has("CHAT_ID")) {
            throw RestError.of("CHAT_ID_EMPTY", "Chat ID can't be empty");
        }
        boolean on = call.params().flag("ACTIVATE", true);
        dialogs.openSession(dialogs.chat(call)).ifPresent(session -> session.pin(call.userId(), on));
        return true;
    }

    private Object pinAll(Call call) {
        return sessions.unclosed().reversed().stream()
                .filter(session -> session.open() && session.operator() == call.userId())
                .filter(session -> session.pin(call.userId(), true))
                .map(Session::id)
                .toList();
    }

    private Object unpinAll(Call call) {
        return sessions.unclosed().reversed().stream()
                .filter(session -> session.pin(call.userId(), false))
                .map(Session::id)
                .toList();
    }

    private Object silent(Call call) {
        boolean on = call.params().text("ACTIVATE", "").equals("Y");
        dialogs.openSession(dialogs.chat(call)).ifPresent(session -> {
            session.beSilent(on);
            turns.entityData.write(session);
        });
        return true;
    }
}
