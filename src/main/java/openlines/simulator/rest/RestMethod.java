package openlines.simulator.rest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A method of the portal.
 *
 * @param scope any one of these is enough; empty for what needs none
 * @param appOnly refuses webhooks
 * @param batch may stand inside a batch
 */
public record RestMethod(String name, Set<String> scope, boolean appOnly, boolean batch, Handler handler) {

    /** What a method does; it refuses by throwing a {@link RestError}. */
    @FunctionalInterface
    public interface Handler {
        @Nullable
        Object handle(Call call);
    }

    public RestMethod forAppsOnly() {
        return new RestMethod(name, scope, true, batch, handler);
    }

    public RestMethod outsideBatch() {
        return new RestMethod(name, scope, appOnly, false, handler);
    }
}
