package openlines.store;

import java.nio.file.Path;

/**
 * Where the store is.
 *
 * @param jdbcUrl H2 or PostgreSQL
 * @param user {@code ""} for H2
 * @param password likewise
 * @param connections at most so many at once
 */
public record DatabaseSettings(String jdbcUrl, String user, String password, int connections) {
    private static final int CONNECTIONS = 8;
    private static final String MODE = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";QUERY_CACHE_SIZE=64;CACHE_SIZE=2048";

    /** A file beside the server: nothing to install. */
    public static DatabaseSettings file(Path file) {
        return h2("file:" + file.toAbsolutePath(), ";WRITE_DELAY=500;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** Gone with the process. */
    public static DatabaseSettings memory(String name) {
        return h2("mem:" + name, ";DB_CLOSE_DELAY=-1");
    }

    /** A database of its own; {@code jdbc:postgresql://…} for many nodes. */
    public static DatabaseSettings at(String jdbcUrl, String user, String password) {
        return new DatabaseSettings(jdbcUrl, user, password, CONNECTIONS);
    }

    private static DatabaseSettings h2(String place, String more) {
        return new DatabaseSettings("jdbc:h2:" + place + MODE + more, "", "", CONNECTIONS);
    }

    /** With at most so many connections. */
    public DatabaseSettings connections(int most) {
        return new DatabaseSettings(jdbcUrl, user, password, most);
    }

    /** Whether other nodes may work on the same store. */
    public boolean shared() {
        return !jdbcUrl.startsWith("jdbc:h2:");
    }

    /** Whether the file is written by this process. */
    boolean embedded() {
        return jdbcUrl.startsWith("jdbc:h2:") && !jdbcUrl.startsWith("jdbc:h2:mem:");
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + jdbcUrl.replaceAll("[?;].*", "") + "]";
    }
}
