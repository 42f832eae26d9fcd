package openlines.simulator.event;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import openlines.simulator.Settings;
import openlines.simulator.engine.SettableClock;
import openlines.simulator.engine.Traffic;
import openlines.simulator.event.Journal.Answer;

/**
 * Posts events to handlers: one at a time and in order per address, all addresses at once, never a second time.
 *
 * <p>The engine only lays an event down here, so a handler that hangs stalls nobody but itself.
 */
@Singleton
public final class Delivery implements AutoCloseable {

    private static final Answer LOST = new Answer(0, "", "lost as ordered", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Settings settings;
    private final SettableClock clock;
    private final Mishaps mishaps;
    private final Journal journal;
    private final Traffic traffic;
    private final Trust trust;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, ArrayDeque<Outgoing>> queues = new HashMap<>();

    Delivery(Settings settings, SettableClock clock, Mishaps mishaps, Journal journal, Traffic traffic, Trust trust) {
        this.settings = settings;
        this.clock = clock;
        this.mishaps = mishaps;
        this.journal = journal;
        this.traffic = traffic;
        this.trust = trust;
    }

    /** Sends the event, unless a test wants it lost, doubled, late or in the wrong order. */
    public void post(Outgoing event) {
        event.form().computeIfPresent("ts", (key, any) -> clock.instant().getEpochSecond());
        Optional<Troubles.Kind> trouble = mishaps.troubles().take(event.event());
        if (trouble.isEmpty()) {
            lay(event);
            mishaps.releaseHeld().ifPresent(this::lay);
            return;
        }
        switch (trouble.get()) {
            case DROP -> journal.event(event.event(), event.url(), FormBody.of(event.form()), LOST);
            case DOUBLE -> {
                lay(event);
                lay(event);
            }
            case REORDER -> mishaps.hold(event);
            case LATE -> mishaps.delay(event);
        }
    }

    /** Lays the event down behind those before it for the same address. */
    void lay(Outgoing event) {
        traffic.begin();
        synchronized (queues) {
            ArrayDeque<Outgoing> waiting = queues.get(event.url());
            if (waiting != null) {
                waiting.add(event);
                return;
            }
            queues.put(event.url(), new ArrayDeque<>());
        }
        threads.execute(() -> sendAll(event));
    }

    private void sendAll(Outgoing first) {
        Outgoing event = first;
        while (event != null) {
            send(event);
            traffic.end();
            synchronized (queues) {
                ArrayDeque<Outgoing> waiting = queues.get(first.url());
                event = waiting == null ? null : waiting.poll();
                if (event == null) {
                    queues.remove(first.url());
                }
            }
        }
    }

    private void send(Outgoing event) {
        String body = FormBody.of(event.form());
        long start = System.nanoTime();
        Answer answer;
        try {
            URI url = URI.create(event.url());
            if (!settings.outside() && !InetAddress.getByName(url.getHost()).isLoopbackAddress()) {
                throw new IOException("handlers outside loopback are not called");
            }
            HttpRequest request = HttpRequest.newBuilder(url)
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("User-Agent", "Bitrix24 Webhook Engine")
                    .POST(BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> response = trust.client().send(request, BodyHandlers.ofString());
            answer = new Answer(response.statusCode(), response.body(), null, since(start));
        } catch (IOException | IllegalArgumentException e) {
            answer = new Answer(0, "", e.getClass().getSimpleName() + ": " + e.getMessage(), since(start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = new Answer(0, "", "the portal went down", since(start));
        }
        journal.event(event.event(), event.url(), body, answer);
    }

    private static long since(long start) {
        return (System.nanoTime() - start) / 1_000;
    }

    @Override
    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
