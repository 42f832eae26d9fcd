package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.event.Broadcast;
import openlines.simulator.event.EventCodes;
import openlines.simulator.portal.App;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code event.*} and {@code events}: binding handlers, for applications only. */
@Singleton
final class EventMethods implements RestMethods {

    private final Bindings bindings;
    private final Broadcast broadcast;
    private final Users users;

    EventMethods(Bindings bindings, Broadcast broadcast, Users users) {
        this.bindings = bindings;
        this.broadcast = broadcast;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of()
                .addForApps("event.bind", this::bind)
                .addForApps("event.unbind", this::unbind)
                .addForApps("event.get", this::get)
                .addForApps("event.test", this::test)
                .addForApps("events", this::codes)
                .methods();
    }

    private Object bind(Call call) {
        Parameters params = call.params();
        String event = params.text("event", "").toUpperCase(Locale.ROOT);
        if (!EventCodes.known(event)) {
            throw RestError.of("ERROR_EVENT_NOT_FOUND", "Event not found");
        }
        boolean offline = params.text("event_type", "").equalsIgnoreCase("offline");
        if (offline && !admin(call)) {
            throw denied("Offline events binding requires administrator access rights");
        }
        long user = params.id("auth_type");
        if (user > 0 && user != call.userId() && !admin(call)) {
            throw denied("Event binding with AUTH_TYPE requires administrator access rights");
        }
        String handler = offline ? "" : params.text("handler", "");
        if (!offline && handler.isEmpty()) {
            throw RestError.of("ERROR_ARGUMENT", "Argument 'HANDLER' is null or empty");
        }
        // a non-administrator binds for themselves only
        long tokensOf = user == 0 && !admin(call) ? call.userId() : user;
        String client = app(call).clientId();
        boolean known = !bindings.find(bound -> bound.clientId().equals(client)
                        && bound.event().equals(event)
                        && bound.handler().equals(handler)
                        && bound.userId() == tokensOf
                        && bound.offline() == offline)
                .isEmpty();
        if (known) {
            throw RestError.of("ERROR_HANDLER_ALREADY_EXIST", "Handler already exists!");
        }
        bindings.add(new Binding(
                bindings.nextId(),
                client,
                event,
                handler,
                tokensOf,
                call.userId(),
                offline,
                params.text("auth_connector", ""),
                params.tree("options").number("minTimeout").orElse(1L)));
        return true;
    }

    private Object unbind(Call call) {
        Parameters params = call.params();
        boolean offline = params.text("event_type", "").equalsIgnoreCase("offline");
        if (offline && !admin(call)) {
            throw denied("Offline events unbinding requires administrator access rights");
        }
        if (params.id("auth_type") > 0 && params.id("auth_type") != call.userId() && !admin(call)) {
            throw denied("Event unbinding with AUTH_TYPE requires administrator access rights");
        }
        String client = app(call).clientId();
        boolean admin = admin(call);
        int count = bindings.remove(bound -> bound.clientId().equals(client)
                && bound.offline() == offline
                && (params.blank("event") || bound.event().equalsIgnoreCase(params.text("event", "")))
                && (params.blank("handler") || bound.handler().equals(params.text("handler", "")))
                && (!params.has("auth_type") || bound.userId() == params.id("auth_type"))
                && (admin || bound.boundBy() == call.userId()));
        return JsonMap.of("count", count);
    }

    private Object get(Call call) {
        String client = app(call).clientId();
        boolean admin = admin(call);
        return bindings
                .find(bound -> bound.clientId().equals(client) && (admin || bound.boundBy() == call.userId()))
                .stream()
                .map(bound -> JsonMap.of("event", bound.event())
                        .with("handler", bound.handler())
                        .with("auth_type", Long.toString(bound.userId()))
                        .with("offline", bound.offline() ? 1 : 0))
                .toList();
    }

    private Object test(Call call) {
        App app = app(call);
        JsonMap query = new JsonMap();
        query.putAll(call.params().all());
        query.remove("auth");
        JsonMap data = JsonMap.of("QUERY", query).with("LANGUAGE_ID", "en");
        broadcast.send(Broadcast.Event.of("ONAPPTEST", "test", data, call.userId()), app::equals);
        return 1;
    }

    private Object codes(Call call) {
        if (call.params().has("SCOPE")) {
            return EventCodes.of(call.params().text("SCOPE", ""));
        }
        if (call.params().flag("FULL", false)) {
            return EventCodes.all();
        }
        return app(call).scope().stream()
                .sorted()
                .flatMap(scope -> EventCodes.of(scope).stream())
                .toList();
    }

    private boolean admin(Call call) {
        return users.find(call.userId()).filter(User::admin).isPresent();
    }

    static App app(Call call) {
        return call.caller().app().orElseThrow();
    }

    private static RestError denied(String why) {
        return RestError.forbidden("ACCESS_DENIED", "Access denied! " + why);
    }
}
