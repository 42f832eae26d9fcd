package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.line.Closing;
import openlines.simulator.line.Routing;
import openlines.simulator.line.Session;
import openlines.simulator.line.Session.Stage;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imopenlines.operator.*}: what an operator does with a dialog. */
@Singleton
final class OperatorMethods implements RestMethods {

    private final LineDialogs dialogs;
    private final Routing routing;
    private final Closing closing;
    private final Transfers transfers;
    private final Users users;

    OperatorMethods(LineDialogs dialogs, Routing routing, Closing closing, Transfers transfers, Users users) {
        this.dialogs = dialogs;
        this.routing = routing;
        this.closing = closing;
        this.transfers = transfers;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines")
                .add("imopenlines.operator.answer", this::answer)
                .add("imopenlines.operator.skip", this::skip)
                .add("imopenlines.operator.spam", this::spam)
                .add("imopenlines.operator.finish", this::finish)
                .add("imopenlines.operator.another.finish", this::finishAnothers)
                .add("imopenlines.operator.transfer", this::transfer)
                .methods();
    }

    /** A finished dialog can't be taken; that this is {@code false} and no error is assumed. */
    private Object answer(Call call) {
        Optional<Session> session = dialogs.openSession(dialogs.chat(call));
        session.ifPresent(open -> routing.answer(open, call.userId()));
        return session.isPresent();
    }

    private Object skip(Call call) {
        Session session = dialogs.openSession(dialogs.chat(call))
                .filter(open -> open.stage() != Stage.BOT)
                .orElseThrow(() -> RestError.of(
                        "ACCESS_DENIED_KICK", "Insufficient permissions to remove participants from the chat"));
        routing.skip(session);
        return true;
    }

    private Object spam(Call call) {
        dialogs.openSession(dialogs.chat(call))
                .ifPresent(session -> closing.finishAtOnce(session, call.userId(), true));
        return true;
    }

    /** Another employee's dialog is another method's (documented); that it is refused here with this code is assumed. */
    private Object finish(Call call) {
        Chat chat = dialogs.chat(call);
        Optional<Session> session = dialogs.openSession(chat);
        session.filter(open -> open.stage() == Stage.ANSWERED && !open.heldBy(call.userId()))
                .flatMap(open -> users.find(open.operator()))
                .filter(User::employee)
                .ifPresent(_ -> {
                    throw DialogRefusals.noAccess(call.method());
                });
        session.ifPresent(open -> closing.finish(open, call.userId()));
        return true;
    }

    private Object finishAnothers(Call call) {
        dialogs.openSession(dialogs.chat(call)).ifPresent(session -> closing.finish(session, call.userId()));
        return true;
    }

    private Object transfer(Call call) {
        Optional<Chat> chat = dialogs.chatOrEmpty(call);
        Transfers.Target target = Transfers.target(call.params());
        transfers.give(chat.filter(there -> dialogs.accessible(there, call.userId())), target);
        return true;
    }
}
