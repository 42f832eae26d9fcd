package openlines.simulator.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the control face from other pages that are open in the same browser: they reach loopback too.
 *
 * <p>A request of a page names the page's origin; one of a name that was bent to loopback carries that name.
 */
@ServerFilter("/simulator/**")
final class SameOrigin {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Settings settings;

    SameOrigin(Settings settings) {
        this.settings = settings;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        String host = Optional.ofNullable(request.getHeaders().get("Host")).orElse("");
        String origin = request.getHeaders().get("Origin");
        boolean named = settings.outside() || LOOPBACK.contains(host.replaceFirst(":\\d+$", ""));
        boolean own = origin == null || host.equals(authority(origin));
        return named && own ? null : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    private static String authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getAuthority()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
