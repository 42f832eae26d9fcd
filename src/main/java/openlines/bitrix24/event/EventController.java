package openlines.bitrix24.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import openlines.store.Portal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door for a portal's events. 200 is said after what was told is kept, and to repeats; bad input gets an answer too. */
@Controller("/bitrix24/events")
final class EventController {
    private static final Logger LOG = LoggerFactory.getLogger(EventController.class);
    private static final byte[] OK = "{\"status\":\"ok\"}".getBytes(StandardCharsets.UTF_8);

    private final Gate gate;
    private final Arrivals arrivals;
    private final MeterRegistry meters;

    EventController(Gate gate, Arrivals arrivals, MeterRegistry meters) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.meters = meters;
    }

    /** Takes any content type: the body tells better than the header whether it is a form or JSON. */
    @Post
    @Consumes(MediaType.ALL)
    @Produces(MediaType.APPLICATION_JSON)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> post(@Body byte[] body) {
        try {
            Incoming incoming = Incoming.read(body);
            Optional<Portal> portal = gate.admit(incoming);
            if (portal.isEmpty()) {
                LOG.warn("event refused: its application_token is of no portal known here");
                return answer(HttpStatus.FORBIDDEN, "refused", "wrong application_token");
            }
            return take(portal.get(), incoming);
        } catch (MalformedBody e) {
            return malformed(String.valueOf(e.getMessage()));
        }
    }

    /** A call without a body reaches no method. */
    @Error(exception = UnsatisfiedRouteException.class)
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> empty() {
        return malformed("an empty body");
    }

    private HttpResponse<?> malformed(String words) {
        LOG.warn("event not readable: {}", words);
        return answer(HttpStatus.BAD_REQUEST, "malformed", words);
    }

    private HttpResponse<?> take(Portal portal, Incoming incoming) {
        List<DialogEvent> dialogs = new ArrayList<>();
        boolean used = false;
        for (PortalEvent event : Events.of(incoming)) {
            switch (event) {
                case DialogEvent dialog -> dialogs.add(dialog);
                case PortalEvent.ApplicationEvent application -> {
                    arrivals.note(portal, application);
                    used = true;
                }
                case PortalEvent.Ignored(var name) ->
                    LOG.info("portal {}: nothing follows from event {}", portal.id(), printable(name));
            }
        }
        if (!dialogs.isEmpty()) {
            arrivals.keep(portal, dialogs);
        }
        return answer(HttpStatus.OK, used || !dialogs.isEmpty() ? "accepted" : "ignored", "");
    }

    private HttpResponse<?> answer(HttpStatus status, String outcome, String words) {
        meters.counter("openlines.events", "outcome", outcome).increment();
        return status == HttpStatus.OK
                ? HttpResponse.ok(OK)
                : HttpResponse.status(status).body(Map.of("error", words));
    }

    /** A stranger's text in a log stays one short line. */
    private static String printable(String name) {
        String line = name.replaceAll("[^A-Za-z0-9_.]", "?");
        return line.length() > 60 ? line.substring(0, 60) : line;
    }
}
