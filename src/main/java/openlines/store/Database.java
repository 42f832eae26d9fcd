package openlines.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The store's database, migrated: transactions go through here. */
public final class Database implements AutoCloseable {
    private static final String NEWEST = "2";

    private final HikariDataSource source;
    private final boolean shared;
    private final Optional<Writing> writing;
    private final Optional<OwnClaims> claims;

    private Database(HikariDataSource source, DatabaseSettings settings) {
        this.source = source;
        this.shared = settings.shared();
        this.writing = settings.embedded() ? Optional.of(Writing.start(source)) : Optional.empty();
        this.claims = shared ? Optional.empty() : Optional.of(new OwnClaims());
    }

    /** Opens and migrates. */
    public static Database open(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setJdbcUrl(settings.jdbcUrl());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.connections());
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setPoolName("openlines");
        var database = new Database(new HikariDataSource(config), settings);
        database.migrate();
        return database;
    }

    /** Flyway costs a start more than all else in the store, so it runs only where it has something to do. */
    private void migrate() {
        if (!isNewest()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }
    }

    private boolean isNewest() {
        try {
            return read(sql -> sql.first(
                            "select \"version\" from \"flyway_schema_history\" where \"success\" = true"
                                    + " and \"version\" is not null order by \"installed_rank\" desc limit 1",
                            row -> row.getString(1)))
                    .filter(NEWEST::equals)
                    .isPresent();
        } catch (StoreException noHistory) {
            return false;
        }
    }

    /** Whether other nodes may work on the same store. */
    boolean shared() {
        return shared;
    }

    /** Who works on which dialog, where only this process does; empty where the store has it. */
    Optional<OwnClaims> claims() {
        return claims;
    }

    DataSource source() {
        return source;
    }

    /** Runs in one transaction, which is kept when this returns; whatever is thrown rolls it back. */
    public <T> T change(Function<Sql, T> work) {
        T result = pass(work);
        writing.ifPresent(Writing::await);
        return result;
    }

    /** Runs in one transaction and gives nothing back. */
    public void run(Consumer<Sql> work) {
        change(nothing(work));
    }

    /** As {@link #run}, but returns before it is kept: that is seen to at once, and nobody waits. */
    public void begin(Consumer<Sql> work) {
        pass(nothing(work));
        writing.ifPresent(Writing::soon);
    }

    /** As {@link #change}, where nothing is changed. */
    public <T> T read(Function<Sql, T> work) {
        return pass(work);
    }

    /** As {@link #change}, where what is changed means nothing to the next process: it is kept with what is kept next. */
    public <T> T pass(Function<Sql, T> work) {
        try (Connection connection = source.getConnection()) {
            return finished(connection, work);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static Function<Sql, Boolean> nothing(Consumer<Sql> work) {
        return sql -> {
            work.accept(sql);
            return true;
        };
    }

    private <T> T finished(Connection connection, Function<Sql, T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.apply(new Sql(connection, shared));
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    @Override
    public void close() {
        writing.ifPresent(Writing::close);
        source.close();
    }
}
