package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.List;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.event.Journal;
import openlines.simulator.event.Journal.Entry;
import openlines.simulator.event.Troubles;
import openlines.simulator.rest.Faults;
import openlines.simulator.rest.Limits;
import openlines.simulator.rest.Parameters;
import org.jspecify.annotations.Nullable;

/** What went in and out, what shall go wrong, and the portal's whole state. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TrafficController {

    private final Answers answers;
    private final Journal journal;
    private final Faults faults;
    private final Troubles troubles;
    private final Limits limits;
    private final Slate slate;

    TrafficController(Answers answers, Journal journal, Faults faults, Troubles troubles, Limits limits, Slate slate) {
        this.answers = answers;
        this.journal = journal;
        this.faults = faults;
        this.troubles = troubles;
        this.limits = limits;
        this.slate = slate;
    }

    @Get("/journal{?kind,name,since,format}")
    HttpResponse<?> journal(
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable String name,
            @QueryValue @Nullable Long since,
            @QueryValue @Nullable String format) {
        List<Entry> entries =
                journal.find(entry -> (kind == null || entry.kind().name().equalsIgnoreCase(kind))
                        && (name == null || entry.name().equalsIgnoreCase(name))
                        && (since == null || entry.id() > since));
        if ("curl".equals(format)) {
            return HttpResponse.ok(String.join(
                                    "\n",
                                    entries.stream()
                                            .map(entry -> Curl.of(slate.portal(), entry))
                                            .toList())
                            + "\n")
                    .contentType(MediaType.TEXT_PLAIN_TYPE);
        }
        return answers.direct(() -> entries);
    }

    @Post("/faults")
    HttpResponse<byte[]> addFault(@Body byte @Nullable [] body) {
        return answers.direct(() -> {
            Parameters given = Answers.read(bytes(body));
            int count = given.number("count").orElse(1L).intValue();
            if (given.has("event")) {
                if (!troubles.add(given.text("event", ""), given.text("name", ""), count)) {
                    throw Refusal.bad("events can be dropped, doubled, reordered or late: drop, double, reorder, late");
                }
            } else {
                faults.add(new Faults.Fault(
                        given.text("error", ""),
                        given.number("status").orElse(0L).intValue(),
                        given.number("delayMs").orElse(0L),
                        given.flag("drop", false),
                        given.text("method", ""),
                        count));
            }
            return JsonMap.of("ok", true);
        });
    }

    /** What has not hit yet, with the calls or events it is still for. */
    @Get("/faults")
    HttpResponse<byte[]> waitingFaults() {
        return answers.direct(() -> JsonMap.of("calls", faults.waiting()).with("events", troubles.waiting()));
    }

    @Delete("/faults")
    HttpResponse<byte[]> clearFaults() {
        return answers.direct(() -> {
            faults.clear();
            troubles.clear();
            return JsonMap.of("ok", true);
        });
    }

    /** {@code {rate: off|standard|enterprise, operating: true|false}}. */
    @Post("/limits")
    HttpResponse<byte[]> limits(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            limits.set(given.text("rate"), given.text("operating"));
            return JsonMap.of("rate", limits.rate()).with("operating", limits.operating());
        });
    }

    @Post("/operating")
    HttpResponse<byte[]> operating(@Body byte @Nullable [] body) {
        return answers.to(bytes(body), given -> {
            limits.charge(given.text("method", ""), given.number("seconds").orElse(0L));
            return JsonMap.of("ok", true);
        });
    }

    @Get("/snapshot")
    HttpResponse<byte[]> snapshot() {
        return answers.to(slate::take);
    }

    @Put("/snapshot")
    HttpResponse<byte[]> restore(@Body byte @Nullable [] body) {
        return answers.direct(() -> {
            try {
                return slate.restore(Json.parseTree(bytes(body)));
            } catch (IOException e) {
                throw Refusal.bad("the snapshot is no JSON");
            }
        });
    }

    @Post("/reset")
    HttpResponse<byte[]> reset() {
        return answers.to(slate::reset);
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
