package openlines.simulator.desk;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import java.net.URI;
import openlines.simulator.rest.Value;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The way to the desk's page, and the stream of facts it lives on. */
@Controller
final class DeskController {

    private final FactLog log;

    DeskController(FactLog log) {
        this.log = log;
    }

    @Get("/")
    HttpResponse<byte[]> page() {
        return HttpResponse.redirect(URI.create("/desk/index.html"));
    }

    /** From now on, or from the fact after the one last seen. */
    @Get("/simulator/stream")
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> stream(@Header("Last-Event-ID") @Nullable String lastSeen) {
        return new FactStream(log, Value.number(lastSeen).orElseGet(log::last));
    }
}
