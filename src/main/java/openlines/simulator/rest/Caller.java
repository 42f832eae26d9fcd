package openlines.simulator.rest;

import java.util.Optional;
import java.util.Set;
import openlines.simulator.portal.App;

/**
 * For whom a call acts.
 *
 * @param userId whose rights it has
 * @param scope what it may touch
 * @param source the webhook or application, as limits count it
 * @param app the application; empty for a webhook
 */
public record Caller(long userId, Set<String> scope, String source, Optional<App> app) {

    public boolean webhook() {
        return app.isEmpty();
    }
}
