package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.QueryReader;
import io.aifactory.lake.engine.Workspace;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.engine.sql.Sql;
import java.util.List;
import java.util.Map;

/** Reads queries with DuckDB's parser, over tables without rows. */
final class DuckDbQueryReader implements QueryReader {

    private final Sandbox sandbox;
    private final Workspaces workspaces;

    DuckDbQueryReader(Sandbox sandbox, Workspaces workspaces) {
        this.sandbox = sandbox;
        this.workspaces = workspaces;
    }

    @Override
    public ReadQuery read(String sql, Map<String, Map<String, String>> tables) {
        try (Workspace workspace = workspaces.open()) {
            return sandbox.work(
                    "read a query", workspace.newFile("query"), List.of(), database -> read(database, sql, tables));
        }
    }

    private static ReadQuery read(DuckDb database, String sql, Map<String, Map<String, String>> tables) {
        tables.forEach((name, columns) -> database.execute("CREATE TABLE %s (%s)"
                .formatted(
                        Sql.name(name),
                        Sql.join(columns.entrySet(), column -> Sql.name(column.getKey()) + " " + column.getValue()))));
        var query = new TeamQuery(sql);
        String checked = query.checked(database, tables.keySet());
        return database.askForTeam(() -> new ReadQuery(query.tree(database), QueryResult.columns(database, checked)));
    }
}
