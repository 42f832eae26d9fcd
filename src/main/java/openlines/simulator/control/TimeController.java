package openlines.simulator.control;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import openlines.simulator.engine.Agenda;
import openlines.simulator.engine.Alarm;
import openlines.simulator.engine.Engine;
import openlines.simulator.engine.JsonMap;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Traffic;
import openlines.simulator.event.Journal;
import openlines.simulator.rest.Parameters;
import org.jspecify.annotations.Nullable;

/** The portal's clock, and waiting until the portal is quiet. */
@Controller("/simulator")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TimeController {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Answers answers;
    private final Engine engine;
    private final SettableClock clock;
    private final Agenda agenda;
    private final Traffic traffic;
    private final Journal journal;

    TimeController(
            Answers answers, Engine engine, SettableClock clock, Agenda agenda, Traffic traffic, Journal journal) {
        this.answers = answers;
        this.engine = engine;
        this.clock = clock;
        this.agenda = agenda;
        this.traffic = traffic;
        this.journal = journal;
    }

    @Get("/clock")
    HttpResponse<byte[]> clock() {
        return answers.direct(this::json);
    }

    /** {@code {advance: "PT10M"}}, with {@code stepwise: true} only to the next alarm; {@code {speed: 60}}; {@code {manual: true}}. */
    @Post("/clock")
    HttpResponse<byte[]> set(@Body byte @Nullable [] body) {
        return answers.direct(() -> {
            Parameters given = Answers.read(body == null ? new byte[0] : body);
            if (given.has("manual")) {
                engine.run(() -> clock.runAt(given.flag("manual", true) ? 0 : 1));
            }
            given.text("speed").ifPresent(speed -> runAt(speed));
            Duration rest = given.text("advance")
                    .map(duration -> advance(duration, given.flag("stepwise", false)))
                    .orElse(Duration.ZERO);
            return json().with("remaining", rest.toString());
        });
    }

    private void runAt(String speed) {
        try {
            double times = Double.parseDouble(speed);
            if (times >= 0 && times <= 1_000_000) {
                engine.run(() -> clock.runAt(times));
                return;
            }
        } catch (NumberFormatException e) {
            throw Refusal.bad("speed is a number from 0, standing still, to 1000000");
        }
        throw Refusal.bad("speed is a number from 0, standing still, to 1000000");
    }

    /** Alarm by alarm; between two of them what the first one caused gets its time to end. */
    private Duration advance(String text, boolean stepwise) {
        Instant target;
        try {
            Duration way = Duration.parse(text);
            if (way.isNegative()) {
                throw Refusal.bad("time runs forward only");
            }
            target = clock.instant().plus(way);
        } catch (DateTimeException | ArithmeticException e) {
            throw Refusal.bad("advance is an ISO 8601 duration like PT10M");
        }
        boolean there = false;
        do {
            quiet(PATIENCE);
            there = engine.step(target);
        } while (!there && !stepwise);
        quiet(PATIENCE);
        return there ? Duration.ZERO : Duration.between(clock.instant(), target);
    }

    /** {@code quiet} once nothing is under way and nothing is due; false after {@code timeout} (10 s unless given). */
    @Post("/settle")
    HttpResponse<byte[]> settle(@Body byte @Nullable [] body) {
        return answers.direct(() -> {
            Parameters given = Answers.read(body == null ? new byte[0] : body);
            Duration timeout;
            try {
                timeout = Duration.parse(given.text("timeout", "PT10S"));
            } catch (DateTimeException e) {
                throw Refusal.bad("timeout is an ISO 8601 duration like PT10S");
            }
            return JsonMap.of("quiet", quiet(timeout))
                    .with("underWay", traffic.underWay())
                    .with("lastExchange", journal.last());
        });
    }

    private boolean quiet(Duration timeout) {
        try {
            return traffic.awaitQuiet(timeout) && !engine.due();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonMap json() {
        return engine.call(() -> JsonMap.of("now", clock.instant())
                .with("manual", clock.pace().manual())
                .with("speed", clock.pace().speed())
                .with("next", agenda.next().map(Alarm::at).orElse(null))
                .with("due", agenda.all().size()));
    }
}
