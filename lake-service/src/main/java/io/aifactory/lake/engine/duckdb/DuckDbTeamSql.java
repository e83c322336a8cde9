package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SqlAnswer;
import io.aifactory.lake.engine.TeamSql;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs people's queries with DuckDB, each in a sandboxed database of its own. */
final class DuckDbTeamSql implements TeamSql {

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
                database.execute("CREATE VIEW %s AS SELECT * FROM %s".formatted(Sql.name(name), Sql.parquet(file))));
        String query = new TeamQuery(sql).checked(database, tables.keySet());
        return database.askForTeam(() -> {
            List<Column> columns = Column.of(database, "(" + query + ")");
            List<List<@Nullable String>> rows =
                    database.query("SELECT * FROM (%s) LIMIT %d".formatted(query, mostRows + 1L), DuckDbTeamSql::texts);
            return new SqlAnswer(
                    columns.stream().map(Column::name).toList(),
                    columns.stream().map(Column::type).toList(),
                    rows.subList(0, Math.min(mostRows, rows.size())),
                    rows.size() <= mostRows);
        });
    }

    static List<@Nullable String> texts(ResultSet row) throws SQLException {
        var texts = new ArrayList<@Nullable String>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            texts.add(row.getString(column));
        }
        return texts;
    }
}
