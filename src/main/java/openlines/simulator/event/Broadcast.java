package openlines.simulator.event;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Predicate;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;

/** Sends an event to every application that bound it and is installed. */
@Singleton
public final class Broadcast {

    /** An action whose user is not known. */
    public static final long SOMEBODY = -1;

    private final Bindings bindings;
    private final Apps apps;
    private final Users users;
    private final AuthBlock auth;
    private final Delivery delivery;
    private final OfflineQueue offline;

    Broadcast(Bindings bindings, Apps apps, Users users, AuthBlock auth, Delivery delivery, OfflineQueue offline) {
        this.bindings = bindings;
        this.apps = apps;
        this.users = users;
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
     * @param data a tree, or the plain value that one event has
     * @param by who caused it; 0 for nobody, {@link #SOMEBODY} where that is not known
     */
    public record Event(String event, String idKey, String object, Object data, long by) {

        public static Event of(String event, String object, Object data, long by) {
            return new Event(event, "event_handler_id", object, data, by);
        }
    }

    /** False where nobody would hear the event: then it need not be told. */
    public boolean wanted(String event) {
        return bindings.any(event);
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
        JsonMap form = JsonMap.of("event", event.event)
                .with(event.idKey, binding.id())
                .with("data", event.data)
                .with("ts", 0)
                .with("auth", auth(event, binding, app));
        delivery.post(new Outgoing(event.event, binding.handler(), form));
    }

    /**
     * Where nobody stands behind the event there are no tokens. Bots and customers have no rights of their own: who
     * installed the application acts for them (assumed).
     */
    private JsonMap auth(Event event, Binding binding, App app) {
        long user = binding.userId() > 0 ? binding.userId() : event.by;
        if (user == 0) {
            return auth.withoutUser(app);
        }
        boolean employee = users.find(user).filter(User::employee).isPresent();
        return auth.ofEvent(app, employee ? user : app.userId());
    }
}
