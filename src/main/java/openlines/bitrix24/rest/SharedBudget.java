package openlines.bitrix24.rest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal's bucket in the store, for all nodes. Calls start on threads that must not wait for a database, so that one
 * request is asked for beside them; what is granted is used at once or given back, for a request that is spent later than it was
 * counted would let the portal's count run over.
 */
final class SharedBudget implements Budget {
    private static final Logger LOG = LoggerFactory.getLogger(SharedBudget.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Bucket bucket;
    private final InstantSource clock;
    private final Runnable granted;
    private boolean asking;
    /** Somebody asked for more while the answer was on its way. */
    private boolean wanted;

    private boolean inHand;
    private long left;
    private Instant notBefore = Instant.MIN;

    /** {@code granted} starts what waits, and so takes what is in hand. */
    SharedBudget(Bucket bucket, long capacity, InstantSource clock, Runnable granted) {
        this.bucket = bucket;
        this.left = capacity;
        this.clock = clock;
        this.granted = granted;
    }

    @Override
    public synchronized boolean take() {
        if (inHand) {
            inHand = false;
            return true;
        }
        wanted = asking;
        if (!asking && !clock.instant().isBefore(notBefore)) {
            asking = true;
            Thread.ofVirtual().name("bucket").start(this::ask);
        }
        return false;
    }

    private void ask() {
        try {
            do {
                if (took(bucket.tryConsumeAndReturnRemaining(1))) {
                    granted.run();
                    giveBack();
                }
            } while (isToGoOn());
        } catch (RuntimeException e) {
            LOG.warn("the shared bucket can't be asked: {}", e.getMessage());
            stop(AFTER_TROUBLE);
        }
    }

    private synchronized boolean took(ConsumptionProbe probe) {
        inHand = probe.isConsumed();
        left = probe.getRemainingTokens();
        if (!inHand) {
            notBefore = clock.instant().plusNanos(probe.getNanosToWaitForRefill());
        }
        return inHand;
    }

    private void giveBack() {
        boolean unused;
        synchronized (this) {
            unused = inHand;
            inHand = false;
        }
        if (unused) {
            bucket.addTokens(1);
        }
    }

    private synchronized boolean isToGoOn() {
        asking = wanted && !clock.instant().isBefore(notBefore);
        wanted = false;
        return asking;
    }

    private synchronized void stop(Duration pause) {
        asking = false;
        wanted = false;
        notBefore = clock.instant().plus(pause);
    }

    @Override
    public synchronized long left() {
        return left;
    }

    @Override
    public void empty() {
        Thread.ofVirtual().name("bucket").start(() -> {
            try {
                bucket.tryConsumeAsMuchAsPossible();
            } catch (RuntimeException e) {
                LOG.warn("the shared bucket can't be emptied: {}", e.getMessage());
            }
        });
    }

    @Override
    public synchronized boolean asking() {
        return asking;
    }
}
