package openlines.bench.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends events to a server, as fast as it takes them or at a rate; each event gets a number that never comes again. */
final class Load {
    private static final int CONNECTIONS = 64;
    /** Events that were sent and whose call has not arrived yet, when saturated. */
    static final int OUTSTANDING = 128;

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Marks marks;
    private final AtomicInteger next = new AtomicInteger();

    Load(Marks marks) {
        this.marks = marks;
    }

    /** The events {@code from} until {@code to}, and how long it took until the last call arrived. */
    record Done(int from, int to, long nanos) {
        int events() {
            return to - from;
        }
    }

    /** As many as it takes, always so many on their way. */
    Done saturate(Events events, int port, long nanos) throws Exception {
        var outstanding = new Semaphore(OUTSTANDING);
        marks.limit(outstanding);
        int from = next.get();
        long before = marks.arrivals();
        long begun = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int sender = 0; sender < CONNECTIONS; sender++) {
                sending.add(senders.submit(() -> {
                    try (Wire wire = new Wire(port)) {
                        while (System.nanoTime() - begun < nanos) {
                            outstanding.acquire();
                            int number = next.getAndIncrement();
                            marks.sent(number, System.nanoTime());
                            send(events, wire, number);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
        int to = next.get();
        await(before + to - from);
        return new Done(from, to, System.nanoTime() - begun);
    }

    /** Returns when one event has led to its call. */
    void one(Events events, int port) throws IOException {
        marks.limit(new Semaphore(0));
        long before = marks.arrivals();
        int number = next.getAndIncrement();
        marks.sent(number, System.nanoTime());
        try (Wire wire = new Wire(port)) {
            send(events, wire, number);
        }
        await(before + 1);
    }

    /** So many a second, whatever the server does: who is late for an event is late for its customer. */
    Done steadily(Events events, int port, int rate, int seconds) throws Exception {
        Deque<Wire> idle = new ConcurrentLinkedDeque<>();
        marks.limit(new Semaphore(0));
        int from = next.get();
        long before = marks.arrivals();
        long begun = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sending = new ArrayList<>();
            for (int count = 0; count < rate * seconds; count++) {
                long due = begun + count * 1_000_000_000L / rate;
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                int number = next.getAndIncrement();
                marks.sent(number, due);
                sending.add(senders.submit(() -> {
                    Wire free = idle.poll();
                    Wire wire = free == null ? new Wire(port) : free;
                    send(events, wire, number);
                    idle.push(wire);
                    return null;
                }));
            }
            for (Future<?> one : sending) {
                one.get();
            }
        }
        for (Wire wire : idle) {
            wire.close();
        }
        int to = next.get();
        await(before + to - from);
        return new Done(from, to, System.nanoTime() - begun);
    }

    private static void send(Events events, Wire wire, int number) throws IOException {
        byte[] body = events.body(number);
        int status = wire.post(events.path(), events.headers(body), body);
        if (status != 200) {
            throw new IOException("event " + number + " was answered " + status);
        }
    }

    /** Every event leads to a call; where one does not, no figure is worth anything. */
    private void await(long arrivals) {
        long begun = System.nanoTime();
        while (marks.arrivals() < arrivals) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException(arrivals - marks.arrivals() + " events led to no call");
            }
            LockSupport.parkNanos(500_000);
        }
    }
}
