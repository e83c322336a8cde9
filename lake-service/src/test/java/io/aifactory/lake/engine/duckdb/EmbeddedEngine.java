package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.TableFinisher;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.engine.sql.Session;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.util.unit.DataSize;

/** The embedded engine, for tests of others beside it. */
public final class EmbeddedEngine {

    private final Sandbox sandbox = new Sandbox(DataSize.ofMegabytes(256), 2, Duration.ofMinutes(1));

    public RefinementEngine engine() {
        return new DuckDbEngine(sandbox);
    }

    public TableReader reader() {
        return DuckDbTableReaderTests.reader(sandbox);
    }

    public TableFinisher finisher() {
        return new DuckDbTableFinisher(sandbox);
    }

    public QueryReader queries() {
        return new DuckDbQueryReader(
                sandbox, new Workspaces(Path.of(System.getProperty("java.io.tmpdir"), "query-reader")));
    }

    /** Returns what comes of work in a session that may read the given files. */
    public <T> T inSession(List<Path> files, Function<Session, T> work) {
        try (DuckDb database = sandbox.open(files.get(0).getParent(), files)) {
            return work.apply(database);
        }
    }

    /** Returns all rows of a Parquet file as text, in order. */
    public List<List<String>> rows(Path parquet) {
        return query("SELECT * FROM read_parquet('" + parquet + "')");
    }

    static List<List<String>> query(String sql) {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<String>>();
            while (result.next()) {
                var row = new ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
