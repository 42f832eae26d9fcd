package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.Chats;
import openlines.simulator.chat.Message;
import openlines.simulator.chat.Messages;
import openlines.simulator.connector.Arguments.Wording;
import openlines.simulator.engine.Facts;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.method.Group;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;
import openlines.simulator.rest.Value;

/** {@code imconnector.send.status.delivery} and {@code .reading}: the channel tells what became of the portal's messages. */
@Singleton
final class ReceiptMethods implements RestMethods {

    private final Arguments arguments;
    private final Trail trail;
    private final Shown shown;
    private final Users users;
    private final Facts facts;
    private final SettableClock clock;

    ReceiptMethods(Arguments arguments, Trail trail, Shown shown, Users users, Facts facts, SettableClock clock) {
        this.arguments = arguments;
        this.trail = trail;
        this.shown = shown;
        this.users = users;
        this.facts = facts;
        this.clock = clock;
    }

    /** Where a receipt shows. */
    @Singleton
    record Shown(Chats chats, Messages messages) {}

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines", "imconnector")
                .addForApps("imconnector.send.status.delivery", this::delivery)
                .addForApps("imconnector.send.status.reading", this::reading)
                .methods();
    }

    /** True when every element names a message that went out by this connector (assumed where one does not). */
    private Object delivery(Call call) {
        Arguments.required(call, "CONNECTOR");
        Arguments.required(call, "LINE");
        List<Piece> pieces = Piece.confirmations(call);
        Connector connector = arguments.connector(call, Wording.STATUS);
        long taken = pieces.stream().filter(piece -> confirm(connector, piece)).count();
        return answer(taken == pieces.size());
    }

    private boolean confirm(Connector connector, Piece piece) {
        long id = piece.other().id("message_id");
        Optional<Chat> chat = shown.chats
                .find(piece.other().id("chat_id"))
                .filter(found -> found.entity().id().startsWith(connector.code() + "|"));
        if (chat.isEmpty() || trail.outgoing(id).isEmpty()) {
            return false;
        }
        Optional<Message> message = shown.messages.find(id);
        if (message.filter(found -> found.chatId() != chat.get().id()).isPresent()) {
            return false;
        }
        confirm(chat.get(), id, message, piece);
        return true;
    }

    private void confirm(Chat chat, long id, Optional<Message> message, Piece piece) {
        List<String> ids = ids(piece);
        Instant when =
                piece.message().number("date").map(Instant::ofEpochSecond).orElseGet(clock::instant);
        trail.confirmed(id, ids, when);
        message.ifPresent(found -> shown.messages.annotate(found, "CONNECTOR_MID", ids));
        // delivered counts as read at present (documented)
        chat.members().stream()
                .filter(member -> users.find(member).filter(User::customer).isPresent())
                .forEach(customer -> chat.read(customer, id));
        facts.emit(new MessageDelivered(chat, id, ids));
    }

    /** An array even for one; a plain id is taken as one. */
    private static List<String> ids(Piece piece) {
        Object given = piece.message().raw("id");
        return Value.text(given)
                .map(List::of)
                .orElseGet(() -> Value.list(given).stream()
                        .flatMap(id -> Value.text(id).stream())
                        .toList());
    }

    /** A stub in the portal, too: it answers true and does nothing (documented). */
    private Object reading(Call call) {
        Arguments.required(call, "CONNECTOR");
        Arguments.required(call, "LINE");
        Piece.confirmations(call);
        arguments.connector(call, Wording.STATUS);
        return answer(true);
    }

    private static JsonMap answer(boolean success) {
        return JsonMap.of("SUCCESS", success).with("DATA", List.of());
    }
}
