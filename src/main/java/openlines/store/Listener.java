package openlines.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what other nodes tell, over a connection of its own. What was told while it was broken is lost, so that after
 * each connect {@code missed} is run.
 */
public final class Listener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    /** So long a stop may go unnoticed. */
    private static final int PATIENCE_MILLIS = 1_000;

    private static final long AGAIN_NANOS = 1_000_000_000L;

    private final DatabaseSettings settings;
    private final Consumer<News> heard;
    private final Runnable missed;
    private volatile boolean stopped;

    private Listener(DatabaseSettings settings, Consumer<News> heard, Runnable missed) {
        this.settings = settings;
        this.heard = heard;
        this.missed = missed;
    }

    /** Listens until it is closed. */
    public static Listener start(DatabaseSettings settings, Consumer<News> heard, Runnable missed) {
        var listener = new Listener(settings, heard, missed);
        Thread.ofVirtual().name("openlines-listener").start(listener::listen);
        return listener;
    }

    private void listen() {
        while (!stopped) {
            try (Connection connection =
                    DriverManager.getConnection(settings.jdbcUrl(), settings.user(), settings.password())) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("listen " + Sql.CHANNEL);
                }
                tell(missed);
                hear(connection.unwrap(PGConnection.class));
            } catch (SQLException e) {
                if (!stopped) {
                    LOG.warn("other nodes are not heard: {}", e.getMessage());
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
            }
        }
    }

    private void hear(PGConnection connection) throws SQLException {
        while (!stopped) {
            PGNotification[] told = connection.getNotifications(PATIENCE_MILLIS);
            if (told != null) {
                for (PGNotification one : told) {
                    News.read(one.getParameter()).ifPresent(news -> tell(() -> heard.accept(news)));
                }
            }
        }
    }

    /** A hearer's trouble with the store is no reason to hear no more. */
    private static void tell(Runnable hearer) {
        try {
            hearer.run();
        } catch (RuntimeException e) {
            LOG.error("what another node told was not followed", e);
        }
    }

    @Override
    public void close() {
        stopped = true;
    }
}
