package openlines.simulator.control;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import openlines.simulator.Settings;
import org.jspecify.annotations.Nullable;

/** Keeps the control face to this machine, unless the portal was started for others too. */
@ServerFilter("/simulator/**")
final class Loopback {

    private final Settings settings;

    Loopback(Settings settings) {
        this.settings = settings;
    }

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        boolean here = request.getRemoteAddress().getAddress().isLoopbackAddress();
        return here || settings.outside() ? null : HttpResponse.status(HttpStatus.FORBIDDEN);
    }
}
