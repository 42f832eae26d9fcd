package openlines.simulator.control;

import jakarta.inject.Singleton;
import java.util.Optional;
import openlines.simulator.bot.BotRemoval;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Bindings;
import openlines.simulator.event.Delivery;
import openlines.simulator.event.Outgoing;
import openlines.simulator.portal.App;
import openlines.simulator.portal.Apps;
import openlines.simulator.portal.AuthBlock;
import openlines.simulator.portal.Tokens;

/** Installs applications: the handler gets {@code ONAPPINSTALL} with both tokens, and from then on its events. */
@Singleton
final class Installation {

    private final Apps apps;
    private final Tokens tokens;
    private final AuthBlock auth;
    private final Delivery delivery;
    private final Bindings bindings;
    private final BotRemoval bots;

    Installation(Apps apps, Tokens tokens, AuthBlock auth, Delivery delivery, Bindings bindings, BotRemoval bots) {
        this.bots = bots;
        this.apps = apps;
        this.tokens = tokens;
        this.auth = auth;
        this.delivery = delivery;
        this.bindings = bindings;
    }

    String clientEndpoint() {
        return auth.clientEndpoint();
    }

    JsonMap auth(App app) {
        return auth.withRefresh(app, tokens.issue(app.clientId(), app.userId()));
    }

    JsonMap install(App app, String handlerUrl) {
        JsonMap block = auth(app);
        app.finishInstallation();
        if (!handlerUrl.isEmpty()) {
            app.handledAt(handlerUrl);
            JsonMap data = JsonMap.of("VERSION", "1")
                    .with("ACTIVE", "Y")
                    .with("INSTALLED", "Y")
                    .with("LANGUAGE_ID", "en");
            post("ONAPPINSTALL", handlerUrl, data, block);
        }
        return block;
    }

    /** No usable tokens any more: the handler knows the portal by the application token. */
    void uninstall(App app) {
        bots.removeAll(app.clientId(), app.userId());
        String url = app.handlerUrl();
        if (url != null) {
            JsonMap data = JsonMap.of("LANGUAGE_ID", "en").with("CLEAN", 1);
            post("ONAPPUNINSTALL", url, data, auth.withoutTokens(app.applicationToken()));
        }
        tokens.revoke(app.clientId());
        bindings.remove(bound -> bound.clientId().equals(app.clientId()));
        apps.remove(app);
    }

    /** Any event a test wants the application to see. */
    void send(App app, String name, JsonMap data, Optional<String> url) {
        String handler = url.orElse(app.handlerUrl());
        if (handler == null) {
            throw Refusal.bad("the application has no handler");
        }
        post(name, handler, data, auth.ofEvent(app, app.userId()));
    }

    private void post(String name, String url, JsonMap data, JsonMap block) {
        JsonMap form =
                JsonMap.of("event", name).with("data", data).with("ts", 0).with("auth", block);
        delivery.post(new Outgoing(name, url, form));
    }
}
