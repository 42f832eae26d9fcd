package openlines.bitrix24.rest;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/**
 * How many requests a portal takes: a leaky bucket.
 *
 * @param drain requests a second
 * @param threshold requests at once; 0 for no bound
 */
public record Pace(int drain, int threshold) {
    public static final Pace STANDARD = new Pace(2, 50);
    public static final Pace ENTERPRISE = new Pace(5, 250);
    /** A portal of one's own, or a simulated one. */
    public static final Pace UNBOUNDED = new Pace(0, 0);

    boolean bounded() {
        return threshold > 0;
    }

    /**
     * The portal drains once a second, and its seconds are not ours: one drain less than its threshold is never above
     * it, however the two are shifted. Another is for requests that are a second on their way.
     */
    int capacity() {
        return threshold - 2 * drain;
    }

    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(capacity()).refillIntervally(drain, Duration.ofSeconds(1)))
                .build();
    }

    /** From here on calls join, rather than each spending a request. */
    int scarce() {
        return threshold * 3 / 5;
    }
}
