package openlines.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import openlines.bitrix24.rest.Calls;
import openlines.store.DialogKey;
import openlines.store.Dialogs;
import openlines.store.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the clock, and starts what has come due: timers, letters that waited, calls that the pace held back. */
final class Heart implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Heart.class);
    private static final long BEAT_NANOS = 20_000_000;
    private static final int SWEPT = 1_000;

    private final InstantSource clock;
    private final Rhythm rhythm;
    private final Turns turns;
    private final Calls calls;
    private final Quiet quiet;
    private final Thread thread;
    private volatile Runnable also = () -> {};
    private volatile boolean stopped;
    private volatile Instant nextSweep = Instant.MIN;

    Heart(InstantSource clock, Rhythm rhythm, Turns turns, Calls calls, Quiet quiet) {
        this.clock = clock;
        this.rhythm = rhythm;
        this.turns = turns;
        this.calls = calls;
        this.quiet = quiet;
        this.thread = Thread.ofPlatform().daemon().name("openlines-heart").unstarted(this::beat);
    }

    /** What rings in memory, and what the store knows: of the last run, or of another node. */
    record Rhythm(Alarms alarms, Dialogs dialogs, Inbox inbox, Limits limits) {
        /** Thrice while a claim holds: once may fail. */
        Duration betweenSweeps() {
            return limits.lease().dividedBy(3);
        }
    }

    /** What the store knows is to be looked at now. */
    void sweepSoon() {
        nextSweep = Instant.MIN;
    }

    /** Looks at the clock too, with every beat. */
    void alsoLook(Runnable other) {
        also = other;
    }

    void start() {
        look();
        thread.start();
    }

    private void beat() {
        while (!stopped) {
            LockSupport.parkNanos(BEAT_NANOS);
            try {
                look();
            } catch (RuntimeException e) {
                LOG.error("the heart missed a beat", e);
            }
        }
    }

    /** Starts whatever is due now. */
    void look() {
        Instant now = clock.instant();
        rhythm.alarms().ringing(now.toEpochMilli()).forEach(turns::signal);
        calls.pump();
        also.run();
        if (!now.isBefore(nextSweep)) {
            nextSweep = now.plus(rhythm.betweenSweeps());
            sweep(now.toEpochMilli());
        }
    }

    /** A little ahead: who is signalled too early sets an alarm, and it rings in time. */
    private void sweep(long now) {
        rhythm.dialogs().prolong(now + rhythm.limits().lease().toMillis());
        List<DialogKey> waiting =
                rhythm.dialogs().waiting(now, now + rhythm.betweenSweeps().toMillis(), SWEPT);
        waiting.forEach(turns::signal);
        if (waiting.size() == SWEPT) {
            nextSweep = Instant.MIN;
        }
        rhythm.inbox().forgetDoneBefore(now - rhythm.limits().repeats().toMillis());
    }

    /** Works until nothing goes on and nothing is due; says when something will be. Time has to be moved by others. */
    Optional<Instant> settle(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        boolean again = true;
        while (again) {
            look();
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            boolean isQuiet = quiet.await(this::isQuiet, left);
            again = rhythm.alarms().next() <= clock.millis();
            if (!isQuiet || (again && System.nanoTime() > end)) {
                throw new IllegalStateException("not quiet after " + atMost + ": " + quiet.busy() + " at work; dialogs "
                        + turns.atWork() + "; calls: " + calls.waits()
                        + (again ? "; an alarm that rings again and again" : ""));
            }
        }
        long next = rhythm.alarms().next();
        return next == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(next));
    }

    /** Whoever is busy waits for a call that waits for time. */
    private boolean isQuiet() {
        int waiting = calls.waitingForTime();
        return waiting >= 0 && quiet.busy() == waiting && calls.waitingForTime() == waiting;
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
