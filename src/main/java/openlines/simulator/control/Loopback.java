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
            Pattern.compile("(https?://)?(localhost|127\\.[\\d.]+|\\[::1\\])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private final Settings settings;

    Loopback(Settings settings) {
        this.settings = settings;
    }

    /** A page from elsewhere must not reach in, neither by its origin nor by a name that points here. */
    private static boolean local(HttpRequest<?> request, String header) {
        String value = request.getHeaders().get(header);
        return value == null || LOCAL.matcher(value).matches();
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean here = request.getRemoteAddress().getAddress().isLoopbackAddress();
        return settings.outside() || (here && local(request, "Host") && local(request, "Origin"))
                ? null
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }
}
