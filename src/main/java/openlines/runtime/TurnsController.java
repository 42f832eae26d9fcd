package openlines.runtime;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import openlines.runtime.Traces.Trace;

/** The last turns, texts and all, for a developer at this machine; whoever asks from elsewhere finds nothing here. */
@Controller("/openlines")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TurnsController {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Machine machine;

    TurnsController(Machine machine) {
        this.machine = machine;
    }

    /** With {@code quiet} not before everything that has come is answered. */
    @Get("/turns")
    HttpResponse<List<Map<String, Object>>> turns(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "0") long chat,
            @QueryValue(defaultValue = "false") boolean quiet) {
        if (!request.getRemoteAddress().getAddress().isLoopbackAddress()) {
            return HttpResponse.notFound();
        }
        if (quiet) {
            machine.quiet().await(() -> machine.quiet().busy() == 0, PATIENCE);
        }
        return HttpResponse.ok(
                machine.traces().of(chat).stream().map(TurnsController::told).toList());
    }

    private static Map<String, Object> told(Trace trace) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", trace.at().toString());
        told.put("chat", trace.dialog().chat());
        told.put("bot", trace.bot());
        told.put("happening", trace.happening().getClass().getSimpleName());
        told.put("handler", trace.handler());
        told.put("understanding", trace.understanding());
        told.put("before", trace.before());
        told.put("after", trace.after());
        return told;
    }
}
