package openlines.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * Has what is committed written to an embedded store's file, once for all that wait for it: there a commit costs little
 * and its writing much, for every page that it touched is written whole.
 */
final class Writing implements AutoCloseable {
    /** So long the first who waits lets others join. */
    private static final long GATHER_NANOS = 2_000_000;

    private final DataSource source;
    private final Thread thread;
    private CompletableFuture<Boolean> next = new CompletableFuture<>();
    private boolean asked;
    private volatile boolean stopped;

    private Writing(DataSource source) {
        this.source = source;
        this.thread = Thread.ofPlatform().daemon().name("openlines-store").unstarted(this::write);
    }

    static Writing start(DataSource source) {
        var writing = new Writing(source);
        writing.thread.start();
        return writing;
    }

    /** Writes what was committed until now, soon; nobody waits. */
    void soon() {
        var _ = ask();
    }

    /** Returns when all that was committed until now is written. */
    void await() {
        try {
            ask().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StoreException cause ? cause : e;
        }
    }

    private CompletableFuture<Boolean> ask() {
        CompletableFuture<Boolean> mine;
        boolean first;
        synchronized (this) {
            if (stopped) {
                return CompletableFuture.completedFuture(true); // closing the store writes all
            }
            mine = next;
            first = !asked;
            asked = true;
        }
        if (first) {
            LockSupport.unpark(thread);
        }
        return mine;
    }

    private void write() {
        while (!stopped) {
            if (isAsked()) {
                gather();
                write(taken());
            } else {
                LockSupport.park();
            }
        }
        taken().complete(true);
    }

    private void gather() {
        long end = System.nanoTime() + GATHER_NANOS;
        for (long left = GATHER_NANOS; left > 0 && !stopped; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized boolean isAsked() {
        return asked;
    }

    private synchronized CompletableFuture<Boolean> taken() {
        CompletableFuture<Boolean> taken = next;
        next = new CompletableFuture<>();
        asked = false;
        return taken;
    }

    private void write(CompletableFuture<Boolean> waiting) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
            waiting.complete(true);
        } catch (SQLException e) {
            waiting.completeExceptionally(new StoreException(e));
        } catch (RuntimeException e) {
            waiting.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
