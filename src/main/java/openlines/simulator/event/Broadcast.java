package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Predicate;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;

/** Sends an event to every application that bound it and is installed. */
@Singleton
public final class Broadcast {

    private final Bindings bindings;
    private final Apps apps;
    private final AuthBlock auth;
    private final Delivery delivery;
    private final OfflineQueue offline;

    Broadcast(Bindings bindings, Apps apps, AuthBlock auth, Delivery delivery, OfflineQueue offline) {
        this.bindings = bindings;
        this.apps = apps;
        this.auth = auth;
        this.delivery = delivery;
        this.offline = offline;
    }

    /**
     * Something happened.
     *
     * @param event its code
     * @param idKey {@code event_handler_id}, or {@code eventId} as the pages of the open lines' events call it
     * @param object what it happened to: of several changes an offline queue keeps the last
     * @param by who caused it
     */
    public record Event(String event, String idKey, String object, JsonMap data, long by) {

        public static Event of(String event, String object, JsonMap data, long by) {
            return new Event(event, "event_handler_id", object, data, by);
        }
    }

    public void send(Event event, Predicate<App> wanted) {
        String code = event.event.toUpperCase(Locale.ROOT);
        for (Binding binding : bindings.find(bound -> bound.event().equals(code))) {
            apps.find(binding.clientId())
                    .filter(App::installed)
                    .filter(wanted)
                    .ifPresent(app -> send(event, binding, app));
        }
    }

    private void send(Event event, Binding binding, App app) {
        if (binding.offline()) {
            offline.add(app.clientId(), binding.connector(), event.event, event.object);
            return;
        }
        long user = binding.userId() > 0 ? binding.userId() : event.by;
        JsonMap form = JsonMap.of("event", event.event)
                .with(event.idKey, binding.id())
                .with("data", event.data)
                .with("ts", 0)
                // where nobody stands behind the event there are no tokens
                .with("auth", user > 0 ? auth.ofEvent(app, user) : auth.withoutTokens(app.applicationToken()));
        delivery.post(new Outgoing(event.event, binding.handler(), form));
    }
}
