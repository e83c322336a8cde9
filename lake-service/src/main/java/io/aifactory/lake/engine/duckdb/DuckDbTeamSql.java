package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SqlAnswer;
import io.aifactory.lake.engine.SqlNeedsTooMuch;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Runs people's queries with DuckDB, each in a sandboxed database of its own. */
final class DuckDbTeamSql implements TeamSql {

    /** What is kept of an answer; no name of a table is like that. */
    private static final String ANSWER = Sql.name("the answer");

    /** An answer is handed over as a whole. */
    private static final DataSize LARGEST_ANSWER = DataSize.ofMegabytes(32);

    /** About what a value takes beside its characters. */
    private static final int OF_EACH_VALUE = 48;

    private final Sandbox sandbox;
    private final Workspaces workspaces;

    DuckDbTeamSql(Sandbox sandbox, Workspaces workspaces) {
        this.sandbox = sandbox;
        this.workspaces = workspaces;
    }

    @Override
    public Set<String> tablesOf(String sql) {
        try (Workspace workspace = workspaces.open()) {
            return sandbox.work("read a query", workspace.newFile("query"), List.of(), database -> new TeamQuery(sql)
                    .tables(database));
        }
    }

    @Override
    public SqlAnswer query(String sql, Map<String, Path> tables, int mostRows) {
        try (Workspace workspace = workspaces.open()) {
            return sandbox.work(
                    "run a query",
                    workspace.newFile("answer"),
                    tables.values(),
                    database -> answer(database, sql, tables, mostRows));
        }
    }

    private static SqlAnswer answer(DuckDb database, String sql, Map<String, Path> tables, int mostRows) {
        tables.forEach((name, file) ->
                database.execute("CREATE VIEW %s AS SELECT * FROM %s".formatted(Sql.name(name), Parquet.of(file))));
        String query = new TeamQuery(sql).checked(database, tables.keySet());
        return database.askForTeam(() -> {
            List<Column> columns = database.columns("(" + query + ")");
            database.execute("CREATE TEMP TABLE %s AS SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (%s) LIMIT %d"
                    .formatted(ANSWER, query, mostRows + 1L));
            requireToFit(database);
            List<List<@Nullable String>> rows = database.query("SELECT * FROM " + ANSWER, DuckDbTeamSql::texts);
            return new SqlAnswer(
                    columns.stream().map(Column::name).toList(),
                    columns.stream().map(Column::type).toList(),
                    rows.subList(0, Math.min(mostRows, rows.size())),
                    rows.size() <= mostRows);
        });
    }

    /** Asked of the engine, before any of it is here. */
    private static void requireToFit(DuckDb database) {
        String bytes = "SELECT sum(coalesce(strlen(COLUMNS(*)), 0) + %d) FROM %s".formatted(OF_EACH_VALUE, ANSWER);
        double size = database.queryOne(bytes, DuckDbTeamSql::sum);
        if (size > LARGEST_ANSWER.toBytes()) {
            throw new SqlNeedsTooMuch("its answer is larger than %d MB; select fewer rows or columns"
                    .formatted(LARGEST_ANSWER.toMegabytes()));
        }
    }

    private static double sum(ResultSet row) throws SQLException {
        double sum = 0;
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            sum += row.getDouble(column);
        }
        return sum;
    }

    static List<@Nullable String> texts(ResultSet row) throws SQLException {
        var texts = new ArrayList<@Nullable String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            texts.add(row.getString(column));
        }
        return texts;
    }
}
