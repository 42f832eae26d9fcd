package openlines.simulator.connector;

import jakarta.inject.Singleton;
import openlines.simulator.engine.Dice;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.FormBody;
import openlines.simulator.event.Outgoing;
import openlines.simulator.portal.Address;
import openlines.simulator.portal.App;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.Tokens;

/** Opens a connector's settings page, as the contact center does: the placement {@code SETTING_CONNECTOR}. */
@Singleton
public final class SettingsPage {

    private static final String PLACEMENT = "SETTING_CONNECTOR";

    private final Hookups hookups;
    private final AuthBlock auth;
    private final Tokens tokens;
    private final Address address;
    private final Dice dice;
    private final Delivery delivery;

    SettingsPage(Hookups hookups, AuthBlock auth, Tokens tokens, Address address, Dice dice, Delivery delivery) {
        this.hookups = hookups;
        this.auth = auth;
        this.tokens = tokens;
        this.address = address;
        this.dice = dice;
        this.delivery = delivery;
    }

    /** Posts the call of the page; what it answers stands in the journal. */
    public void open(Connector connector, App app, long line, long user) {
        String url = connector.look().settingsUrl();
        JsonMap query = JsonMap.of("DOMAIN", address.domain())
                .with("PROTOCOL", address.url().getScheme().equals("https") ? 1 : 0)
                .with("LANG", "en")
                .with("APP_SID", dice.hex(32));
        String whole = url + (url.contains("?") ? "&" : "?") + FormBody.of(query);
        delivery.post(new Outgoing(PLACEMENT, whole, body(connector, app, line, user)));
    }

    private JsonMap body(Connector connector, App app, long line, long user) {
        JsonMap block = auth.withRefresh(app, tokens.issue(app.clientId(), user));
        return JsonMap.of("AUTH_ID", block.get("access_token"))
                .with("AUTH_EXPIRES", block.get("expires_in"))
                .with("REFRESH_ID", block.get("refresh_token"))
                .with("SERVER_ENDPOINT", block.get("server_endpoint"))
                .with("APPLICATION_TOKEN", block.get("application_token"))
                .with("APPLICATION_SCOPE", block.get("scope"))
                .with("member_id", block.get("member_id"))
                .with("status", block.get("status"))
                .with("PLACEMENT", PLACEMENT)
                .with("PLACEMENT_OPTIONS", Json.text(options(hookups.of(connector.code(), line))));
    }

    /** The line is a text here (documented). */
    private static JsonMap options(Hookup hookup) {
        return JsonMap.of("CONNECTOR", hookup.connector())
                .with("LINE", Long.toString(hookup.lineId()))
                .with("STATUS", hookup.ready())
                .with("ACTIVE_STATUS", hookup.active())
                .with("CONNECTION_STATUS", hookup.connected())
                .with("REGISTER_STATUS", hookup.registered())
                .with("ERROR_STATUS", hookup.failed())
                .with(
                        "URI",
                        "/contact_center/connector/?ID=" + hookup.connector() + "&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER");
    }
}
