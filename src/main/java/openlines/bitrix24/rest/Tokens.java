package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import openlines.store.Portal;
import openlines.store.Portal.Application;
import openlines.store.Portals;

/** Renews an application's tokens: only after the portal said that they expired, and stored before they are used. */
public final class Tokens {
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

    private Application renewed(Application old) {
        var query = new LinkedHashMap<String, String>(Map.of("grant_type", "refresh_token"));
        query.put("client_id", app.clientId());
        query.put("client_secret", app.clientSecret());
        query.put("refresh_token", old.refreshToken());
        JsonNode body = client.get(app.tokenAddress(), query).join().orThrow(new Call("oauth/token", Map.of()));
        String endpoint = body.path("client_endpoint").asText("");
        return new Application(
                endpoint.isEmpty() ? old.endpoint() : endpoint,
                body.path("access_token").asText(),
                body.path("refresh_token").asText(old.refreshToken()));
    }
}
