package openlines.simulator.rest;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import openlines.simulator.engine.SettableClock;

/** The leaky bucket of each source address: a request adds one, a second takes some away, above the threshold is too many. */
@Singleton
public final class RateLimit {

    /** A plan's bucket; {@code OFF} limits nothing. */
    public enum Plan {
        OFF(0, 0),
        STANDARD(2, 50),
        ENTERPRISE(5, 250);

        private final int drain;
        private final int threshold;

        Plan(int drain, int threshold) {
            this.drain = drain;
            this.threshold = threshold;
        }
    }

    private record Bucket(int level, Instant drained) {}

    private final SettableClock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private Plan plan = Plan.OFF;

    RateLimit(SettableClock clock) {
        this.clock = clock;
    }

    public void plan(Plan chosen) {
        plan = chosen;
        buckets.clear();
    }

    public Plan plan() {
        return plan;
    }

    void check(String source) {
        if (plan == Plan.OFF) {
            return;
        }
        Bucket bucket = drained(buckets.getOrDefault(source, new Bucket(0, clock.instant())));
        if (bucket.level >= plan.threshold) {
            buckets.put(source, bucket);
            throw new RestError(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
        }
        buckets.put(source, new Bucket(bucket.level + 1, bucket.drained));
    }

    private Bucket drained(Bucket bucket) {
        long seconds = Duration.between(bucket.drained, clock.instant()).toSeconds();
        long level = Math.max(0, bucket.level - seconds * plan.drain);
        return new Bucket((int) level, bucket.drained.plusSeconds(seconds));
    }
}
