package openlines.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction's connection: statements with arguments, rows read by a function. */
public final class Sql {
    static final String CHANNEL = "openlines";

    private final Connection connection;
    private final boolean shared;

    Sql(Connection connection, boolean shared) {
        this.connection = connection;
        this.shared = shared;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(String statement, Row<T> row, Object... arguments) {
        try (PreparedStatement prepared = prepare(statement, arguments);
                ResultSet rows = prepared.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public <T> Optional<T> first(String statement, Row<T> row, Object... arguments) {
        List<T> rows = list(statement, row, arguments);
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
    }

    public int update(String statement, Object... arguments) {
        try (PreparedStatement prepared = prepare(statement, arguments)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Inserts a row and gives its id; empty where a row of the same key was there before. */
    public Optional<Long> insert(String statement, Object... arguments) {
        try (PreparedStatement prepared = connection.prepareStatement(statement, new String[] {"id"})) {
            bind(prepared, arguments);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                return keys.next() ? Optional.of(keys.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Tells the other nodes, once this is committed; where there are none, nobody is told. */
    public void tell(News news) {
        if (shared) {
            list("select pg_notify(?, ?)", _ -> true, CHANNEL, news.text());
        }
    }

    private PreparedStatement prepare(String statement, Object... arguments) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        bind(prepared, arguments);
        return prepared;
    }

    private static void bind(PreparedStatement prepared, Object... arguments) throws SQLException {
        for (int at = 0; at < arguments.length; at++) {
            prepared.setObject(at + 1, arguments[at]);
        }
    }
}
