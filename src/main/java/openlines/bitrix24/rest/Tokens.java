package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import openlines.store.Portal;
import openlines.store.Portal.Application;
import openlines.store.Portals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews an application's tokens: only after the portal said that they expired, and stored before they are used. */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final Call CALL = new Call("oauth/token", Map.of());

    private final RestClient client;
    private final Portals portals;
    private final AppCredentials app;

    public Tokens(RestClient client, Portals portals, AppCredentials app) {
        this.client = client;
        this.portals = portals;
        this.app = app;
    }

    /**
     * The portal with tokens other than {@code old}; blocks, with the portal's row locked, for one of all nodes.
     *
     * @param asking is told where it is this node that asks for new ones
     */
    Portal renew(long portal, Application old, Runnable asking) {
        return portals.renew(portal, stored -> {
            if (!(stored.access() instanceof Application application)
                    || !application.accessToken().equals(old.accessToken())) {
                return stored; // another node was first
            }
            asking.run();
            return stored.with(renewed(application));
        });
    }

    /** Whose a refresh token is: what only the authorization server can say. */
    public record Proof(String memberId, Application access) {}

    /** Empty where the token is none of our application's, or nobody says so. It is used up, and replaced by the proof's. */
    public Optional<Proof> prove(String refreshToken) {
        if (!app.present() || refreshToken.isEmpty()) {
            return Optional.empty();
        }
        return refresh(refreshToken)
                .map(
                        body -> {
                            Application access = application(body, refreshToken);
                            String member = body.path("member_id").asText("");
                            return member.isEmpty() || access.endpoint().isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(new Proof(member, access));
                        },
                        problem -> {
                            LOG.warn("an installation is not proved by the authorization server: {}", problem.words());
                            return Optional.empty();
                        });
    }

    private Application renewed(Application old) {
        Application fresh = application(refresh(old.refreshToken()).orThrow(CALL), old.refreshToken());
        return fresh.endpoint().isEmpty()
                ? new Application(old.endpoint(), fresh.accessToken(), fresh.refreshToken())
                : fresh;
    }

    private Answer refresh(String token) {
        var query = new LinkedHashMap<String, String>(Map.of("grant_type", "refresh_token"));
        query.put("client_id", app.clientId());
        query.put("client_secret", app.clientSecret());
        query.put("refresh_token", token);
        return client.get(app.tokenAddress(), query).join();
    }

    private static Application application(JsonNode body, String usedUp) {
        return new Application(
                body.path("client_endpoint").asText(""),
                body.path("access_token").asText(""),
                body.path("refresh_token").asText(usedUp));
    }
}
