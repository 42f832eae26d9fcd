package openlines.simulator.connector;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import openlines.simulator.channel.Channel;
import openlines.simulator.connector.Connector.Look;
import openlines.simulator.connector.Connector.Options;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.method.Group;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.rest.Call;
import openlines.simulator.rest.Parameters;
import openlines.simulator.rest.RestError;
import openlines.simulator.rest.RestMethod;
import openlines.simulator.rest.RestMethods;

/** {@code imconnector.register}, {@code .unregister} and {@code .list}; what is wrong comes back inside the result. */
@Singleton
final class RegistrationMethods implements RestMethods {

    private final Connectors connectors;
    private final Users users;

    RegistrationMethods(Connectors connectors, Users users) {
        this.connectors = connectors;
        this.users = users;
    }

    @Override
    public List<RestMethod> methods() {
        return Group.of("imopenlines", "imconnector")
                .addForApps("imconnector.register", this::register)
                .addForApps("imconnector.unregister", this::unregister)
                .addForApps("imconnector.list", this::list)
                .methods();
    }

    private Object register(Call call) {
        Parameters given = call.params();
        String code = string(given, "ID").toLowerCase(Locale.ROOT);
        if (code.isEmpty()) {
            return failure("CONNECTOR_ID_REQUIRED", "Connector ID is not specified");
        }
        if (code.contains(".")) {
            return failure(
                    "APPLICATION_REGISTRATION_ERROR_POINT",
                    "Application registration error. Using a dot in the connector identifier is not allowed");
        }
        if (string(given, "NAME").isEmpty()) {
            return failure("NAME_REQUIRED", "Connector name is not specified");
        }
        if (string(given.tree("ICON"), "DATA_IMAGE").isEmpty()) {
            return failure("ICON_REQUIRED", "Connector icon is not specified");
        }
        if (string(given, "PLACEMENT_HANDLER").isEmpty()) {
            return failure("NO_PLACEMENT_HANDLER", "Failed to get embedding handler URL");
        }
        if (!code.matches("[a-z0-9_]+") || !webAddress(string(given, "PLACEMENT_HANDLER"))) {
            return failure("GENERAL_CONNECTOR_REGISTRATION_ERROR", "General connector registration error");
        }
        Connector connector = connector(given, code, client(call));
        if (taken(connector)) {
            return failure("APPLICATION_REGISTRATION_ERROR", "Application registration error");
        }
        connectors.put(connector);
        return JsonMap.of("result", true);
    }

    private static Connector connector(Parameters given, String code, String client) {
        Look look = new Look(
                given.tree("ICON").all(), given.tree("ICON_DISABLED").all(), given.text("PLACEMENT_HANDLER", ""));
        Options options = new Options(
                given.flag("DEL_EXTERNAL_MESSAGES", true),
                given.flag("EDIT_INTERNAL_MESSAGES", true),
                given.flag("DEL_INTERNAL_MESSAGES", true),
                given.flag("NEWSLETTER", true),
                given.flag("NEED_SYSTEM_MESSAGES", true),
                given.flag("NEED_SIGNATURE", true),
                given.flag("CHAT_GROUP", false));
        return new Connector(code, given.text("NAME", ""), client, look, options);
    }

    /** By a built-in channel, or by another application: the page only says that it could not be saved (assumed). */
    private boolean taken(Connector connector) {
        return Channel.of(connector.code()).isPresent()
                || connectors
                        .find(connector.code())
                        .filter(other -> !other.clientId().equals(connector.clientId()))
                        .isPresent();
    }

    private Object unregister(Call call) {
        return connectors
                .find(call.params().text("ID", ""))
                .filter(connector -> connector.clientId().equals(client(call)))
                .map(connector -> {
                    connectors.remove(connector);
                    return JsonMap.of("result", true);
                })
                .orElseGet(() -> failure("APPLICATION_UNREGISTRATION_ERROR", "Error unregistering the application"));
    }

    /** Who may modify connectors is set in a portal's access rights; here it is the administrators. */
    private Object list(Call call) {
        if (users.find(call.userId()).filter(User::admin).isEmpty()) {
            throw RestError.of("ACCESS_DENIED", "You don't have access to this action");
        }
        JsonMap names = new JsonMap();
        Arrays.stream(Channel.values()).forEach(channel -> names.put(channel.code(), channel.title()));
        connectors.all().forEach(connector -> names.put(connector.code(), connector.name()));
        return names;
    }

    private static JsonMap failure(String code, String description) {
        return JsonMap.of("result", false).with("error", code).with("error_description", description);
    }

    /** Empty for what is no string: a number is refused like nothing at all (documented). */
    private static String string(Parameters given, String name) {
        return given.raw(name) instanceof String text ? text : "";
    }

    private static boolean webAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String client(Call call) {
        return call.caller().app().orElseThrow().clientId();
    }
}
