package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.SqlNeedsTooMuch;
import io.aifactory.lake.engine.SqlTakesTooLong;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Dialect;
import io.aifactory.lake.engine.sql.Row;
import io.aifactory.lake.engine.sql.Session;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;

/** One database in memory, for one piece of work. Not for several threads. */
final class DuckDb implements Session, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DuckDb.class);
    private static final Dialect DIALECT = new DuckDbDialect();

    private final Connection connection;
    private final Duration longestStatement;
    private final Path workspace;
    private final @Nullable DataSize mostForTeam;
    private volatile @Nullable Statement running;

    /**
     * Takes a database.
     *
     * @param longestStatement how long one statement may take, in whole seconds
     * @param workspace where it puts what it makes
     * @param mostForTeam how much a team's query may put there; absent: half of what the disk has left
     */
    DuckDb(Connection connection, Duration longestStatement, Path workspace, @Nullable DataSize mostForTeam) {
        this.connection = connection;
        this.longestStatement = longestStatement;
        this.workspace = workspace;
        this.mostForTeam = mostForTeam;
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    void execute(String sql) {
        try (Statement statement = newStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DuckDbFailed("run a statement", e);
        }
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public void define(String name, String query) {
        execute("CREATE VIEW %s AS %s".formatted(Sql.name(name), query));
    }

    @Override
    public void keep(String name, String query) {
        execute("CREATE TABLE %s AS %s".formatted(Sql.name(name), query));
    }

    @Override
    public String putAside(String query, Path aside) {
        write(query, aside);
        return Parquet.of(aside);
    }

    @Override
    public void write(String query, Path target) {
        execute(Parquet.copy(query, target));
    }

    @Override
    public <T> List<T> rows(String query, Function<Row, T> reader) {
        return query(query, result -> reader.apply(new ResultRow(result)));
    }

    @Override
    public List<Column> columns(String relation) {
        return query("DESCRIBE SELECT * FROM " + relation, row -> new Column(row.getString(1), row.getString(2)));
    }

    @Override
    public String teamQuery(String sql, Collection<String> tables) {
        return QueryResult.inTypesOfTheLake(this, new TeamQuery(sql).checked(this, tables));
    }

    @Override
    public void runForTeam(Runnable work) {
        askForTeam(() -> {
            work.run();
            return true;
        });
    }

    /**
     * Returns what a team's own query takes part in finding out. Memory that is not there has to do with the query: it has as
     * much as any other.
     *
     * @throws InvalidSql if it is the query that fails
     */
    <T> T askForTeam(Supplier<T> work) {
        try (var disk = DiskUse.watch(workspace, mostForTeam, this::cancel)) {
            try {
                return work.get();
            } catch (DuckDbFailed e) {
                throw verdict(e, disk);
            }
        }
    }

    private RuntimeException verdict(DuckDbFailed failure, DiskUse disk) {
        if (disk.isExceeded()) {
            return new SqlNeedsTooMuch("it needs more disk than queries may use; read fewer rows or columns", failure);
        }
        if (failure.isInterrupted()) {
            return new SqlTakesTooLong("it takes longer than %d s".formatted(longestStatement.toSeconds()), failure);
        }
        if (failure.isOutOfMemory()) {
            return new SqlNeedsTooMuch(
                    "it needs more memory than queries may use; read fewer rows or columns", failure);
        }
        return failure.isAboutQuery() ? new InvalidSql(failure.reason(), failure) : failure;
    }

    private void cancel() {
        Statement statement = running;
        try {
            if (statement != null) {
                statement.cancel();
            }
        } catch (SQLException e) {
            LOG.debug("the statement to stop has ended by itself", e);
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader) {
        try (Statement statement = newStatement();
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

    private Statement newStatement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setQueryTimeout(Math.toIntExact(longestStatement.toSeconds()));
        running = statement;
        return statement;
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
