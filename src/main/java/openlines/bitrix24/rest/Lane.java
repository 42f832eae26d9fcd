package openlines.bitrix24.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The calls to one portal: they wait here in order, start as the portal's bucket allows, and join where they wait.
 * Nothing here waits itself: whoever adds a call, ends one or sees time pass asks {@link #next} what may start.
 */
final class Lane {
    static final int BATCH = 50;
    private static final int AT_ONCE = 8;
    private static final int JOINED = 25;
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final Duration BETWEEN_MOVES = Duration.ofSeconds(10);
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final InstantSource clock;
    private final Pace pace;
    private final Budget budget;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private int running;
    private int refusals;
    private Instant closedUntil = Instant.MIN;
    private Instant movedAt = Instant.EPOCH;
    private boolean renewing;

    /** A call, since when it waits, who waits for it, and whether he has nothing else to ask until it is answered. */
    record Waiting(Call call, Instant since, CompletableFuture<Answer> answer, boolean alone) {}

    Lane(InstantSource clock, Pace pace, Budget budget) {
        this.clock = clock;
        this.pace = pace;
        this.budget = budget;
    }

    synchronized CompletableFuture<Answer> add(Call call, boolean alone) {
        var waiting = new Waiting(call, clock.instant(), new CompletableFuture<>(), alone);
        queue.add(waiting);
        return waiting.answer();
    }

    /** The calls that make the next request; empty where none may start now. */
    synchronized List<Waiting> next() {
        if (queue.isEmpty() || renewing || running >= AT_ONCE || clock.instant().isBefore(closedUntil) || joins()) {
            return List.of();
        }
        if (!budget.take()) {
            return List.of();
        }
        running++;
        var taken = new ArrayList<Waiting>();
        while (!queue.isEmpty() && taken.size() < BATCH) {
            taken.add(queue.remove());
        }
        return taken;
    }

    /** Few requests are left: the calls wait a little for others to go with, unless somebody asks one thing after another. */
    private boolean joins() {
        return pace.bounded()
                && queue.size() < JOINED
                && queue.stream().noneMatch(Waiting::alone)
                && budget.left() <= pace.scarce()
                && Duration.between(queue.getFirst().since(), clock.instant()).compareTo(LINGER) < 0;
    }

    synchronized void ended() {
        running--;
        refusals = 0;
    }

    /** The portal's count differs from ours: nothing was done, so all goes back to the front, and the lane closes. */
    synchronized void refused(List<Waiting> taken) {
        back(taken);
        refusals++;
        budget.empty();
        long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(6, refusals - 1));
        closedUntil = clock.instant()
                .plusSeconds(pause)
                .plusMillis(ThreadLocalRandom.current().nextLong(250));
    }

    /** Whether a move is believed: two addresses that send us to each other would keep us going for ever. */
    synchronized boolean mayMove() {
        Instant now = clock.instant();
        boolean may = movedAt.plus(BETWEEN_MOVES).isBefore(now);
        movedAt = may ? now : movedAt;
        return may;
    }

    /** The token ran out, or the address: all waits until somebody renewed it; true for the one who shall. */
    synchronized boolean outdated(List<Waiting> taken) {
        back(taken);
        boolean first = !renewing;
        renewing = true;
        return first;
    }

    synchronized void renewed() {
        renewing = false;
    }

    /** Gives up all that waits. */
    List<Waiting> drop() {
        synchronized (this) {
            renewing = false;
            var dropped = new ArrayList<>(queue);
            queue.clear();
            return dropped;
        }
    }

    /** How many calls wait for time to pass; -1 while something is on its way. */
    synchronized int waitingForTime() {
        return running > 0 || renewing || budget.asking() ? -1 : queue.size();
    }

    synchronized int waiting() {
        return queue.size();
    }

    @Override
    public synchronized String toString() {
        return running + " on their way, " + queue.size() + " waiting"
                + (renewing ? ", its token or address being renewed" : "")
                + (budget.asking() ? ", the bucket being asked" : "");
    }

    private void back(List<Waiting> taken) {
        running--;
        for (int at = taken.size() - 1; at >= 0; at--) {
            queue.addFirst(taken.get(at));
        }
    }
}
