package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import openlines.simulator.chat.Chat;
import openlines.simulator.chat.ChatFact;
import openlines.simulator.chat.Message;
import openlines.simulator.connector.Connector.Options;
import openlines.simulator.connector.Threads.Strand;
import openlines.simulator.connector.Trail.Outgone;
import openlines.simulator.engine.Fact;
import openlines.simulator.engine.FactListener;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Broadcast;
import openlines.simulator.event.Broadcast.Event;
import openlines.simulator.line.Session;
import openlines.simulator.line.Sessions;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Value;

/** Tells a connector's application of what the portal says, changes and deletes in its conversations. */
@Singleton
final class Outbound implements FactListener {

    private final Routes routes;
    private final Trail trail;
    private final Signature signature;
    private final Broadcast broadcast;
    private final Users users;
    private final Sessions sessions;

    Outbound(Routes routes, Trail trail, Signature signature, Broadcast broadcast, Users users, Sessions sessions) {
        this.routes = routes;
        this.trail = trail;
        this.signature = signature;
        this.broadcast = broadcast;
        this.users = users;
        this.sessions = sessions;
    }

    /** From a chat of the portal to the connector it belongs to. */
    @Singleton
    record Routes(Threads threads, Connectors connectors, Hookups hookups) {

        Optional<Route> of(Chat chat) {
            return threads.find(chat.id())
                    .flatMap(strand -> connectors
                            .find(strand.connector())
                            .filter(connector -> hookups.of(connector.code(), strand.lineId())
                                    .ready())
                            .map(connector -> new Route(connector, strand)));
        }
    }

    record Route(Connector connector, Strand strand) {
        Options options() {
            return connector.options();
        }
    }

    @Override
    public void hear(Fact fact) {
        switch (fact) {
            case ChatFact.MessageAdded(Chat chat, Message message) ->
                routes.of(chat).filter(route -> leaves(route, chat, message)).ifPresent(route -> added(route, message));
            case ChatFact.MessageUpdated(Chat chat, Message message, long by) ->
                routes.of(chat)
                        .filter(route -> route.options().editsInternal())
                        .ifPresent(route -> trail.outgoing(message.id())
                                .ifPresent(outgone -> updated(route, message, outgone, by)));
            case ChatFact.MessageDeleted(Chat chat, Message message, long by, boolean _) ->
                routes.of(chat)
                        .filter(route -> route.options().deletesInternal())
                        .ifPresent(route -> trail.outgoing(message.id())
                                .ifPresent(outgone -> deleted(route, message, outgone, by)));
            default -> {}
        }
    }

    private boolean leaves(Route route, Chat chat, Message message) {
        if (trail.fromOutside(message.id()) || Value.flag(message.params().get("SKIP_CONNECTOR"), false)) {
            return false;
        }
        if (message.system()) {
            return route.options().systemMessages();
        }
        // in the hidden mode colleagues talk among themselves
        boolean hidden = sessions.openOf(chat.id()).filter(Session::silent).isPresent();
        return !hidden && users.find(message.authorId()).filter(User::customer).isEmpty();
    }

    private void added(Route route, Message message) {
        trail.wentOut(message.id());
        JsonMap text =
                JsonMap.of("user_id", message.authorId()).with("text", signature.signed(route, message, " [br]"));
        List<JsonMap> files = signature.files(message);
        if (!files.isEmpty()) {
            // the pages document no files here (assumed, in the form of the way in)
            text.put("files", files);
        }
        tell(
                route,
                "ONIMCONNECTORMESSAGEADD",
                message.id(),
                List.of(element(route, message, text)),
                message.authorId());
    }

    /** An unconfirmed message has no outside ids yet; the portal's own are there in any case. */
    private void updated(Route route, Message message, Outgone outgone, long by) {
        JsonMap text = JsonMap.of("id", outgone.ids()).with("text", signature.signed(route, message, "[br] "));
        tell(route, "ONIMCONNECTORMESSAGEUPDATE", message.id(), List.of(element(route, message, text)), by);
    }

    /** A plain id here, not a list: so an element for each part that the channel made of the message (assumed). */
    private void deleted(Route route, Message message, Outgone outgone, long by) {
        List<String> ids = outgone.ids().isEmpty() ? List.of("") : outgone.ids();
        List<JsonMap> elements = ids.stream()
                .map(id -> element(route, message, JsonMap.of("id", id)))
                .toList();
        tell(route, "ONIMCONNECTORMESSAGEDELETE", message.id(), elements, by);
    }

    private static JsonMap element(Route route, Message message, JsonMap content) {
        return JsonMap.of("im", JsonMap.of("chat_id", message.chatId()).with("message_id", message.id()))
                .with("message", content)
                .with("chat", JsonMap.of("id", route.strand.chatCode()));
    }

    private void tell(Route route, String event, long messageId, List<JsonMap> messages, long by) {
        JsonMap data = JsonMap.of("CONNECTOR", route.connector.code())
                .with("LINE", route.strand.lineId())
                .with("MESSAGES", messages);
        broadcast.send(
                Event.of(event, Long.toString(messageId), data, by),
                app -> app.clientId().equals(route.connector.clientId()));
    }
}
