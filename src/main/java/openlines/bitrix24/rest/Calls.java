package openlines.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import openlines.bitrix24.rest.Lane.Waiting;
import openlines.store.Buckets;
import openlines.store.Portal;
import openlines.store.Portal.Application;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls to portals, each at its portal's pace: calls that wait join into a {@code batch}, an expired token is renewed
 * once for all that wait, a refusal for haste puts all back.
 */
public final class Calls {
    private static final Logger LOG = LoggerFactory.getLogger(Calls.class);

    private final RestClient client;
    private final KnownPortals portals;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Pace pace;
    private final Buckets buckets;
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    private final Meters meters;

    public Calls(RestClient client, KnownPortals portals, Tokens tokens, InstantSource clock, Pacing pacing) {
        this.client = client;
        this.portals = portals;
        this.tokens = tokens;
        this.clock = clock;
        this.pace = pacing.pace();
        this.buckets = pacing.buckets();
        this.meters = new Meters(pacing.meters());
        Gauge.builder(
                        "openlines.rest.waiting",
                        lanes,
                        all -> all.values().stream().mapToInt(Lane::waiting).sum())
                .register(pacing.meters());
    }

    /** The bound, where it is counted, and what counts what happens below it. */
    public record Pacing(Pace pace, Buckets buckets, MeterRegistry meters) {}

    private record Meters(Counter requests, Counter joined, Counter refused, Counter renewed) {
        Meters(MeterRegistry registry) {
            this(
                    registry.counter("openlines.rest.requests"),
                    registry.counter("openlines.rest.batched.calls"),
                    registry.counter("openlines.rest.refused"),
                    registry.counter("openlines.rest.tokens.renewed"));
        }
    }

    /** Asks; the future always completes with an answer, when the portal's pace allows it. */
    public CompletableFuture<Answer> ask(long portal, Call call) {
        return ask(portal, call, false);
    }

    /** The same for one who asks one thing after another: nobody follows his call, so that it waits for none to join it. */
    public Answer askAlone(long portal, Call call) {
        return ask(portal, call, true).join();
    }

    private CompletableFuture<Answer> ask(long portal, Call call, boolean alone) {
        Lane lane = lanes.computeIfAbsent(portal, id -> new Lane(clock, pace, budget(id)));
        CompletableFuture<Answer> answer = lane.add(call, alone);
        pump(portal, lane);
        return answer;
    }

    private Budget budget(long portal) {
        if (!pace.bounded()) {
            return Budget.UNBOUNDED;
        }
        Bucket bucket = buckets.of(portal, pace.bucket());
        return buckets.shared()
                ? new SharedBudget(bucket, pace.capacity(), clock, () -> pump(portal))
                : new OwnBudget(bucket);
    }

    private void pump(long portal) {
        Lane lane = lanes.get(portal);
        if (lane != null) {
            pump(portal, lane);
        }
    }

    /** Starts whatever time now allows. */
    public void pump() {
        lanes.forEach((portal, lane) -> {
            if (lane.waiting() > 0) {
                pump(portal, lane);
            }
        });
    }

    /** How many calls wait for time to pass; -1 while one is on its way. */
    public int waitingForTime() {
        int sum = 0;
        for (Lane lane : lanes.values()) {
            int waiting = lane.waitingForTime();
            if (waiting < 0) {
                return -1;
            }
            sum += waiting;
        }
        return sum;
    }

    /** What is on its way and what waits, portal by portal, as words for whoever waits in vain. */
    public String waits() {
        return lanes.entrySet().stream()
                .map(lane -> "portal " + lane.getKey() + " " + lane.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Answers all that waits: nothing more is asked. */
    public void stop() {
        lanes.values()
                .forEach(lane -> lane.drop()
                        .forEach(waiting -> waiting.answer()
                                .complete(new Answer.Refused(new Problem.Unreachable("the runtime stops")))));
    }

    private void pump(long portal, Lane lane) {
        for (List<Waiting> taken = lane.next(); !taken.isEmpty(); taken = lane.next()) {
            start(portal, lane, taken);
        }
    }

    private void start(long id, Lane lane, List<Waiting> taken) {
        Portal portal = portals.byId(id).orElse(null);
        if (portal == null) {
            lane.ended();
            taken.forEach(waiting ->
                    waiting.answer().complete(new Answer.Refused(new Problem.Rejected(0, "PORTAL_UNKNOWN", ""))));
            return;
        }
        meters.requests().increment();
        Call call = taken.getFirst().call();
        if (taken.size() > 1) {
            meters.joined().increment(taken.size());
            call = Batch.of(taken.stream().map(Waiting::call).toList());
        }
        var _ = client.post(portal.access(), call).thenAccept(answer -> arrived(portal, lane, taken, answer));
    }

    private void arrived(Portal portal, Lane lane, List<Waiting> taken, Answer answer) {
        switch (answer) {
            case Answer.Refused(Problem.TooMany _) -> {
                meters.refused().increment();
                lane.refused(taken);
            }
            case Answer.Refused(Problem.Expired _)
            when portal.access() instanceof Application old -> {
                if (lane.outdated(taken)) {
                    Thread.startVirtualThread(() -> renew(portal.id(), old, lane));
                }
            }
            case Answer.Refused(Problem.Moved(var endpoint))
            when isElsewhere(portal, endpoint, lane) -> {
                if (lane.outdated(taken)) {
                    Thread.startVirtualThread(() -> move(portal, endpoint, lane));
                }
            }
            case Answer.Refused _ -> {
                lane.ended();
                taken.forEach(waiting -> waiting.answer().complete(answer));
            }
            case Answer.Result(var body) -> {
                lane.ended();
                if (taken.size() == 1) {
                    taken.getFirst().answer().complete(new Answer.Result(body));
                } else {
                    apart(taken, body);
                }
            }
        }
        pump(portal.id(), lane);
    }

    private void apart(List<Waiting> taken, JsonNode body) {
        for (int place = 0; place < taken.size(); place++) {
            taken.get(place).answer().complete(Batch.answer(body, place, clock.instant()));
        }
    }

    /** What another call has found already needs no belief. */
    private boolean isElsewhere(Portal portal, String endpoint, Lane lane) {
        boolean isKnown = portals.byId(portal.id())
                .map(now -> now.access().endpoint().equals(endpoint))
                .orElse(false);
        return isKnown || lane.mayMove();
    }

    private void move(Portal portal, String endpoint, Lane lane) {
        try {
            portals.moved(portal.id(), endpoint);
            LOG.info("portal {} moved", portal);
        } catch (RuntimeException e) {
            LOG.error("portal {}: its new address could not be kept", portal, e);
        }
        lane.renewed();
        pump(portal.id(), lane);
    }

    private void renew(long portal, Application old, Lane lane) {
        try {
            portals.changed(tokens.renew(portal, old, meters.renewed()::increment));
            lane.renewed();
        } catch (RuntimeException e) {
            LOG.warn("portal {}: tokens could not be renewed: {}", portal, e.getMessage());
            // the application may be opened again, or the authorization server come back: what waits is not given up
            Problem problem = new Problem.Down(401, "tokens not renewed");
            lane.drop().forEach(waiting -> waiting.answer().complete(new Answer.Refused(problem)));
        }
        pump(portal, lane);
    }
}
