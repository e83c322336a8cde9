package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.duckdb.EmbeddedEngine;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Session;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embedded engine and Spark, over the same tables. */
final class BothEngines {

    private static final EmbeddedEngine EMBEDDED = new EmbeddedEngine();

    private final Workers workers = SparkAtHand.workers();
    private final Map<String, Path> files = new LinkedHashMap<>();

    /**
     * Makes tables.
     *
     * @param tables the queries that make them, by name
     */
    BothEngines(Path folder, Map<String, String> tables) {
        tables.keySet().forEach(name -> files.put(name, folder.resolve(name + ".parquet")));
        EMBEDDED.inSession(List.copyOf(files.values()), session -> {
            tables.forEach((name, query) -> session.write(query, files.get(name)));
            return tables;
        });
    }

    /** Returns the rows that Spark finds, each value after its column's name and type. */
    List<String> inSpark(String sql) {
        return workers.work(
                "run a query",
                worker -> rows(
                        new WorkerSession(
                                worker,
                                SparkAtHand.properties().longestStatement(),
                                EMBEDDED.queries(),
                                EMBEDDED.finisher()),
                        sql));
    }

    /** Returns the rows that the embedded engine finds. */
    List<String> embedded(String sql) {
        return EMBEDDED.inSession(List.copyOf(files.values()), session -> rows(session, sql));
    }

    private List<String> rows(Session session, String sql) {
        files.forEach((name, file) ->
                session.define(name, "SELECT * FROM " + session.dialect().parquet(file)));
        var rows = new ArrayList<String>();
        session.runForTeam(() -> {
            String query = "(" + session.teamQuery(sql, files.keySet()) + ")";
            List<Column> columns = session.columns(query);
            String texts = Sql.join(columns, column -> session.dialect().text(Sql.name(column.name())));
            rows.addAll(session.rows("SELECT %s FROM %s AS q".formatted(texts, query), row -> {
                var values = new ArrayList<String>();
                for (int i = 1; i <= columns.size(); i++) {
                    values.add("%s %s: %s"
                            .formatted(
                                    columns.get(i - 1).name(),
                                    columns.get(i - 1).type(),
                                    row.text(i)));
                }
                return String.join(", ", values);
            }));
        });
        return rows;
    }
}
