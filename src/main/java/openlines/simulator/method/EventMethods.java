package openlines.simulator.method;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings;
import openlines.simulator.event.Bindings.Binding;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code event.bind}, {@code event.unbind}, {@code event.get}: where an application hears of the portal's events. */
@Singleton
final class EventMethods implements RestMethods {

    private static final Set<String> EVENTS = Set.of(
            "ONAPPINSTALL",
            "ONAPPUPDATE",
            "ONAPPUNINSTALL",
            "ONAPPPAYMENT",
            "ONAPPTEST",
            "ONAPPMETHODCONFIRM",
            "ONUSERADD",
            "ONIMCONNECTORMESSAGEADD",
            "ONIMCONNECTORMESSAGEUPDATE",
            "ONIMCONNECTORMESSAGEDELETE",
            "ONIMCONNECTORDIALOGSTART",
            "ONIMCONNECTORDIALOGFINISH",
            "ONIMCONNECTORSTATUSDELETE",
            "ONIMCONNECTORLINEDELETE",
            "ONOPENLINEMESSAGEADD",
            "ONOPENLINEMESSAGEUPDATE",
            "ONOPENLINEMESSAGEDELETE",
            "ONSESSIONSTART",
            "ONSESSIONFINISH");

    private final Bindings bindings;
    private final Users users;

    EventMethods(Bindings bindings, Users users) {
        this.bindings = bindings;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of()
                .addForApps("event.bind", this::bind)
                .addForApps("event.unbind", this::unbind)
                .addForApps("event.get", this::get)
                .methods();
    }

    private Object bind(Call call) {
        String event = call.params().text("event", "").toUpperCase(Locale.ROOT);
        String handler = call.params().text("handler", "");
        long authType = authType(call, "binding");
        if (!EVENTS.contains(event)) {
            throw RestError.of("ERROR_EVENT_NOT_FOUND", "Event not found");
        }
        if (handler.isEmpty()) {
            // a page mentions that error without its code (assumed)
            throw RestError.of("ERROR_ARGUMENT", "Argument 'HANDLER' is null or empty");
        }
        String client = client(call);
        boolean known = !bindings.find(binding -> binding.clientId().equals(client)
                        && binding.event().equals(event)
                        && binding.handler().equals(handler)
                        && binding.userId() == authType)
                .isEmpty();
        if (known) {
            // the code stands in a generic sample, the text on the page that tests handlers
            throw RestError.of("ERROR_HANDLER_ALREADY_EXIST", "Unable to set event handler: Handler already exists!");
        }
        bindings.add(client, event, handler, authType);
        return true;
    }

    /** Without a handler or an event all are meant, though the page marks both as required. */
    private Object unbind(Call call) {
        String event = call.params().text("event", "").toUpperCase(Locale.ROOT);
        String handler = call.params().text("handler", "");
        long authType = authType(call, "unbinding");
        String client = client(call);
        int count = bindings.remove(binding -> binding.clientId().equals(client)
                && (event.isEmpty() || binding.event().equals(event))
                && (handler.isEmpty() || binding.handler().equals(handler))
                && binding.userId() == authType);
        return JsonMap.of("count", count);
    }

    private Object get(Call call) {
        String client = client(call);
        return bindings.find(binding -> binding.clientId().equals(client)).stream()
                .filter(binding -> admin(call) || binding.userId() == call.userId())
                .map(EventMethods::json)
                .toList();
    }

    private static JsonMap json(Binding binding) {
        return JsonMap.of("event", binding.event())
                .with("handler", binding.handler())
                .with("auth_type", Long.toString(binding.userId()))
                .with("offline", 0);
    }

    /** Who is no administrator binds only for himself. */
    private long authType(Call call, String doing) {
        long user = call.params().id("auth_type");
        if (admin(call)) {
            return user;
        }
        if (user != 0 && user != call.userId()) {
            throw RestError.forbidden(
                    "ACCESS_DENIED",
                    "Access denied! Event " + doing + " with AUTH_TYPE requires administrator access rights");
        }
        return call.userId();
    }

    private boolean admin(Call call) {
        return users.find(call.userId()).filter(User::admin).isPresent();
    }

    private static String client(Call call) {
        return call.caller().app().orElseThrow().clientId();
    }
}
