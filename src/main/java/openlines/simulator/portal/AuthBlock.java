package openlines.simulator.portal;

import jakarta.inject.Singleton;
import openlines.simulator.engine.JsonMap;

/** The {@code auth} block of events and token answers. */
@Singleton
public final class AuthBlock {

    private final Address address;
    private final Tokens tokens;

    AuthBlock(Address address, Tokens tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    public String clientEndpoint() {
        return address.clientEndpoint();
    }

    /** With an access token of {@code userId} and no refresh token, as ordinary events carry it. */
    public JsonMap ofEvent(App app, long userId) {
        Tokens.Token access = tokens.access(app.clientId(), userId);
        return new JsonMap()
                .with("access_token", access.value())
                .with("expires", access.expires().getEpochSecond())
                .with("expires_in", Tokens.ACCESS.toSeconds())
                .with("scope", scope(app))
                .with("domain", address.domain())
                .with("server_endpoint", address.serverEndpoint())
                .with("status", "L")
                .with("client_endpoint", address.clientEndpoint())
                .with("member_id", address.memberId())
                .with("user_id", userId)
                .with("application_token", app.applicationToken());
    }

    /** Of what happened without a user, by a timer for one: no tokens. */
    public JsonMap withoutUser(App app) {
        return new JsonMap()
                .with("scope", scope(app))
                .with("domain", address.domain())
                .with("server_endpoint", address.serverEndpoint())
                .with("status", "L")
                .with("client_endpoint", address.clientEndpoint())
                .with("member_id", address.memberId())
                .with("application_token", app.applicationToken());
    }

    /** With both tokens, as the installation and the token address give them. */
    public JsonMap withRefresh(App app, Tokens.Pair pair) {
        return new JsonMap()
                .with("access_token", pair.access().value())
                .with("refresh_token", pair.refresh().value())
                .with("expires", pair.access().expires().getEpochSecond())
                .with("expires_in", Tokens.ACCESS.toSeconds())
                .with("scope", scope(app))
                .with("domain", address.domain())
                .with("server_endpoint", address.serverEndpoint())
                .with("status", "L")
                .with("client_endpoint", address.clientEndpoint())
                .with("member_id", address.memberId())
                .with("user_id", pair.access().userId())
                .with("application_token", app.applicationToken());
    }

    /** Of an outgoing webhook, or of a bot without an application: no tokens. */
    public JsonMap withoutTokens(String applicationToken) {
        return new JsonMap()
                .with("domain", address.domain())
                .with("client_endpoint", address.clientEndpoint())
                .with("server_endpoint", address.serverEndpoint())
                .with("member_id", address.memberId())
                .with("application_token", applicationToken);
    }

    private static String scope(App app) {
        return String.join(",", app.scope().stream().sorted().toList());
    }
}
