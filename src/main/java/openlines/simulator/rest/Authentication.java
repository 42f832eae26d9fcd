package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.Tokens;
import openlines.simulator.portal.Tokens.Token;
import openlines.simulator.portal.Tokens.Use;
import openlines.simulator.portal.User;
import openlines.simulator.portal.Users;
import openlines.simulator.portal.Webhooks;

/** Tells who calls: by the webhook's code in the address, or by an application's access token. */
@Singleton
final class Authentication {

    private final Webhooks webhooks;
    private final Apps apps;
    private final Tokens tokens;
    private final Users users;

    Authentication(Webhooks webhooks, Apps apps, Tokens tokens, Users users) {
        this.webhooks = webhooks;
        this.apps = apps;
        this.tokens = tokens;
        this.users = users;
    }

    Caller webhook(String user, String code) {
        long userId = Value.number(user).orElse(0L);
        Webhooks.Webhook webhook = webhooks.find(userId, code).orElseThrow(Authentication::unknown);
        requireActive(userId);
        return new Caller(userId, webhook.scope(), "webhook:" + code, Optional.empty());
    }

    Caller app(Optional<String> auth) {
        Token token = auth.flatMap(value -> tokens.find(Use.ACCESS, value)).orElseThrow(Authentication::unknown);
        if (tokens.expired(token)) {
            throw new RestError(401, "expired_token", "The access token provided has expired");
        }
        var app = apps.find(token.clientId()).orElseThrow(Authentication::unknown);
        requireActive(token.userId());
        return new Caller(token.userId(), app.scope(), "app:" + app.clientId(), Optional.of(app));
    }

    private void requireActive(long userId) {
        if (users.find(userId).filter(User::active).isEmpty()) {
            throw new RestError(403, "INVALID_CREDENTIALS", "Invalid request credentials");
        }
    }

    private static RestError unknown() {
        return new RestError(401, "NO_AUTH_FOUND", "Wrong authorization data");
    }
}
