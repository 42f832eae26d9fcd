package openlines.simulator.control;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.regex.Pattern;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;

/** Keeps the control face to this machine, unless the portal was started for others too. */
@ServerFilter("/simulator/**")
final class Loopback {

    private static final Pattern LOCAL =
            Pattern.compile("(localhost|127\\.[\\d.]+|\\[::1\\])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private final Settings settings;

    Loopback(Settings settings) {
        this.settings = settings;
    }

    /** A page from elsewhere, another port of this machine among them, must not reach in. */
    private static boolean own(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        String host = request.getHeaders().get("Host");
        return origin == null
                || (host != null && origin.replaceFirst("^https?://", "").equals(host));
    }

    /** Nor one under a name that was bent to point here. */
    private static boolean named(HttpRequest<?> request) {
        String host = request.getHeaders().get("Host");
        return host == null || LOCAL.matcher(host).matches();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean here = request.getRemoteAddress().getAddress().isLoopbackAddress();
        return settings.outside() || (here && named(request) && own(request))
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }
}
