package openlines.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Work of many portals, so much at once: where it waits, each portal has its turn. */
final class Fair {
    private final int atOnce;
    private final Map<Long, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private int running;

    Fair(int atOnce) {
        this.atOnce = atOnce;
    }

    void submit(long portal, Runnable work) {
        synchronized (this) {
            if (running >= atOnce) {
                waiting.computeIfAbsent(portal, _ -> new ArrayDeque<>()).add(work);
                return;
            }
            running++;
        }
        start(work);
    }

    /** Whether new work has to wait. */
    synchronized boolean full() {
        return running >= atOnce;
    }

    private void start(Runnable work) {
        Thread.ofVirtual().name("dialog").start(() -> {
            try {
                work.run();
            } finally {
                next().ifPresent(this::start);
            }
        });
    }

    private synchronized Optional<Runnable> next() {
        if (waiting.isEmpty()) {
            running--;
            return Optional.empty();
        }
        var first = waiting.entrySet().iterator().next();
        waiting.remove(first.getKey());
        Deque<Runnable> queue = first.getValue();
        Runnable work = queue.remove();
        if (!queue.isEmpty()) {
            waiting.put(first.getKey(), queue); // behind the other portals
        }
        return Optional.of(work);
    }
}
