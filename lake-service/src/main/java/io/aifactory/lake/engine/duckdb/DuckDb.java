package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.InvalidSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One database in memory, for one piece of work. Not for several threads. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DuckDbFailed("run a statement", e);
        }
    }

    /**
     * Does what a team's own query takes part in.
     *
     * @throws InvalidSql if it is the query that fails
     */
    void runForTeam(Runnable work) {
        try {
            work.run();
        } catch (DuckDbFailed e) {
            if (e.isAboutQuery()) {
                throw new InvalidSql(e.reason(), e);
            }
            throw e;
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var result = new ArrayList<T>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new DuckDbFailed("run a query", e);
        }
    }

    <T> T queryOne(String sql, RowReader<T> reader) {
        return query(sql, reader).get(0);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DuckDbFailed("close the database", e);
        }
    }
}
