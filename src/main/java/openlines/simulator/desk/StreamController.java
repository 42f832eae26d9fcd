package openlines.simulator.desk;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.sse.Event;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import openlines.simulator.desk.FactLog.Told;
import openlines.simulator.engine.Json;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.SettableClock.Pace;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Facts as they happen, as server-sent events; who comes back names the last one it heard. */
@Controller("/simulator")
final class StreamController implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int SILENCE = 10;

    private final FactLog log;
    private final SettableClock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    StreamController(FactLog log, SettableClock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Get(value = "/stream{?after}", produces = MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> stream(HttpRequest<?> request, @QueryValue @Nullable String after) {
        String place = Optional.ofNullable(request.getHeaders().get("Last-Event-ID"))
                .orElseGet(() -> after == null ? log.place() : after);
        // pulled, event by event: a listener that reads slowly costs no memory
        return new Pulled<>(new Listener(place)::next, threads);
    }

    @Override
    @PreDestroy
    public void close() {
        open = false;
        threads.shutdownNow();
    }

    /** One listener's way through the log; it also hears when the clock's pace changes, and a sign of life. */
    private final class Listener {

        private final ArrayDeque<Told> ready = new ArrayDeque<>();
        private Optional<Long> heard;
        private @Nullable Pace pace;
        private boolean lost;
        private int silent;

        Listener(String place) {
            heard = log.number(place);
        }

        /** Empty at the end. */
        Optional<Event<String>> next() throws InterruptedException {
            while (open && !lost) {
                if (!clock.pace().equals(pace) || silent >= SILENCE) {
                    return Optional.of(time());
                }
                if (!ready.isEmpty()) {
                    return Optional.of(event(ready.remove()));
                }
                Optional<List<Told>> news = heard.isEmpty() ? Optional.empty() : log.after(heard.get(), PATIENCE);
                if (news.isEmpty()) {
                    lost = true;
                    return Optional.of(Event.of("{}").name("reset"));
                }
                silent++;
                ready.addAll(news.get());
            }
            return Optional.empty();
        }

        private Event<String> event(Told fact) {
            silent = 0;
            heard = Optional.of(fact.number());
            return Event.of(fact.data()).name(fact.name()).id(log.place(fact.number()));
        }

        private Event<String> time() {
            silent = 0;
            pace = clock.pace();
            return Event.of(Json.text(State.clock(clock))).name("Clock");
        }
    }
}
