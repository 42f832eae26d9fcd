package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.portal.Address;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.Tokens;
import openlines.simulator.portal.Tokens.Token;
import openlines.simulator.portal.Tokens.Use;

/** Gives tokens for a code, and new ones for a refresh token, which works once. */
@Singleton
final class Oauth {

    private final Apps apps;
    private final Tokens tokens;
    private final AuthBlock auth;
    private final Address address;

    Oauth(Apps apps, Tokens tokens, AuthBlock auth, Address address) {
        this.apps = apps;
        this.tokens = tokens;
        this.auth = auth;
        this.address = address;
    }

    JsonMap token(Parameters params) {
        return switch (params.text("grant_type", "")) {
            case "authorization_code" -> exchange(params, Use.CODE, params.text("code", ""));
            case "refresh_token" -> exchange(params, Use.REFRESH, params.text("refresh_token", ""));
            default -> throw refusal("invalid_request", "The grant type is missing or unknown");
        };
    }

    private JsonMap exchange(Parameters params, Use use, String value) {
        App app = apps.find(params.text("client_id", ""))
                .filter(known -> known.clientSecret().equals(params.text("client_secret", "")))
                .orElseThrow(() -> refusal("invalid_client", "The client is unknown"));
        Token token = tokens.find(use, value)
                .filter(found -> found.clientId().equals(app.clientId()) && !tokens.expired(found))
                .orElseThrow(() -> refusal("invalid_grant", "The code or the refresh token is wrong"));
        tokens.spend(token);
        JsonMap answer = auth.withRefresh(app, tokens.issue(app.clientId(), token.userId()));
        answer.remove("application_token");
        // the portal answers with the authorization server's domain here; on the desk both are one
        return answer;
    }

    /** Where the browser goes on: the application's own address with a code of thirty seconds. */
    String authorize(Parameters params) {
        App app = apps.find(params.text("client_id", ""))
                .orElseThrow(() -> refusal("invalid_client", "The client is unknown"));
        String url = app.handlerUrl();
        if (url == null) {
            throw refusal("invalid_request", "The application has no address");
        }
        String scope = String.join(",", app.scope().stream().sorted().toList());
        return url + (url.contains("?") ? "&" : "?")
                + "code=" + tokens.code(app.clientId(), app.userId()).value()
                + "&state=" + encoded(params.text("state", ""))
                + "&domain=" + encoded(address.domain())
                + "&member_id=" + address.memberId()
                + "&scope=" + encoded(scope)
                + "&server_domain=" + encoded(address.domain());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** No status is stated for the authorization server; 400 is the one of RFC 6749. */
    private static RestError refusal(String code, String description) {
        return RestError.of(code, description);
    }
}
