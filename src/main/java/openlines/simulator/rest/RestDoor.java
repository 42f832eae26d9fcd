package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.Traffic;
import openlines.simulator.event.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns an HTTP request into a call of a method, and its result into the portal's envelope. */
@Singleton
final class RestDoor {

    private static final Logger LOG = LoggerFactory.getLogger(RestDoor.class);

    private final Engine engine;
    private final Authentication authentication;
    private final Dispatcher dispatcher;
    private final RateLimit rateLimit;
    private final Faults faults;
    private final Records records;

    RestDoor(
            Engine engine,
            Authentication authentication,
            Dispatcher dispatcher,
            RateLimit rateLimit,
            Faults faults,
            Records records) {
        this.engine = engine;
        this.authentication = authentication;
        this.dispatcher = dispatcher;
        this.rateLimit = rateLimit;
        this.faults = faults;
        this.records = records;
    }

    /** The journal of all calls, and the count of those under way. */
    @Singleton
    record Records(Journal journal, Traffic traffic) {}

    /** The address of a call, taken apart. */
    private record Target(
            String method,
            boolean xml,
            @Nullable String user,
            @Nullable String code) {}

    Response answer(Request request, String source) {
        records.traffic.begin();
        long start = System.nanoTime();
        try {
            Target target = target(request.path());
            Optional<Faults.Fault> fault = faults.take(target.method);
            fault.ifPresent(trouble -> Pause.millis(trouble.delayMillis()));
            Response response = fault.filter(Faults.Fault::drop).isPresent()
                    ? new Response(0, "", new byte[0])
                    : answer(request, source, target, fault.flatMap(Faults.Fault::refusal));
            note(request, target, response, (System.nanoTime() - start) / 1_000);
            return response;
        } finally {
            records.traffic.end();
        }
    }

    private Response answer(Request request, String source, Target target, Optional<RestError> refusal) {
        try {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            Parameters params = RequestBody.read(request);
            JsonMap envelope = engine.call(() -> call(source, target, params));
            return respond(200, envelope, target.xml);
        } catch (RestError e) {
            return respond(e.status(), e.json(), target.xml);
        } catch (IOException e) {
            // the portal's pages name no code for a body that can't be read (assumed)
            return respond(
                    400,
                    RestError.of("INVALID_REQUEST", "The request body is malformed")
                            .json(),
                    target.xml);
        } catch (RuntimeException e) {
            LOG.error("{} failed", target.method, e);
            return respond(
                    500, new RestError(500, "INTERNAL_SERVER_ERROR", "Internal server error").json(), target.xml);
        }
    }

    private JsonMap call(String source, Target target, Parameters params) {
        rateLimit.check(source);
        String user = target.user;
        String code = target.code;
        Caller caller = user != null && code != null
                ? authentication.webhook(user, code)
                : authentication.app(params.text("auth"));
        Dispatcher.Outcome outcome = dispatcher.run(caller, target.method, params);
        JsonMap envelope = new JsonMap();
        if (outcome.result() instanceof Page page) {
            envelope.with("result", page.items());
            page.next().ifPresent(next -> envelope.put("next", next));
            envelope.with("total", page.total());
        } else {
            envelope.with("result", outcome.result());
        }
        return envelope.with("time", outcome.time().json());
    }

    private static Target target(String path) {
        List<String> parts = new ArrayList<>(List.of(path.split("/", -1)));
        parts.removeIf(String::isEmpty);
        String last = parts.isEmpty() ? "" : PhpForm.decode(parts.getLast());
        boolean xml = last.endsWith(".xml");
        String method = xml || last.endsWith(".json") ? last.substring(0, last.lastIndexOf('.')) : last;
        return parts.size() == 3
                ? new Target(method, xml, parts.get(0), parts.get(1))
                : new Target(parts.size() == 1 ? method : "", xml, null, null);
    }

    private static Response respond(int status, JsonMap envelope, boolean xml) {
        return xml
                ? new Response(status, "application/xml; charset=utf-8", Xml.of(envelope))
                : new Response(status, "application/json; charset=utf-8", Json.bytes(envelope));
    }

    private void note(Request request, Target target, Response response, long micros) {
        records.journal.call(
                target.method.toLowerCase(Locale.ROOT),
                request.verb(),
                request.url(),
                request.contentType(),
                new String(request.body(), StandardCharsets.UTF_8),
                new Journal.Answer(
                        response.status(),
                        new String(response.body(), StandardCharsets.UTF_8),
                        response.drop() ? "dropped" : null,
                        micros));
    }
}
