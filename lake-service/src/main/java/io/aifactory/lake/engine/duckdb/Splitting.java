package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.Cuts;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Splits a table: numbers the rows of each class by their hash, then cuts where the shares end. */
final class Splitting {

    private final DuckDb database;
    private final Path table;
    private final SplitPlan plan;

    Splitting(DuckDb database, Path table, SplitPlan plan) {
        this.database = database;
        this.table = table;
        this.plan = plan;
    }

    private record LabelClass(String name, long size) {}

    /**
     * Writes the parts and returns what they are like.
     *
     * @throws IllegalStateException if they have not as many rows as the table, because the key does not tell its rows apart
     */
    List<TableProfile> split() {
        rankRows();
        storeCuts();
        var parts = new ArrayList<TableProfile>();
        for (int part = 0; part < plan.parts().size(); part++) {
            Path target = plan.parts().get(part).target();
            database.execute(Sql.copyToParquet(rowsOf(part), target));
            parts.add(Profiling.of(database, target));
        }
        requireEveryRow(parts);
        return parts;
    }

    private void requireEveryRow(List<TableProfile> parts) {
        long found = parts.stream().mapToLong(TableProfile::rows).sum();
        long rows = database.queryOne("SELECT count(*) FROM " + Sql.parquet(table), row -> row.getLong(1));
        if (found != rows) {
            throw new IllegalStateException("the parts have %d rows, the table has %d; does %s tell its rows apart?"
                    .formatted(found, rows, plan.key()));
        }
    }

    private void rankRows() {
        String key = "CAST(%s AS VARCHAR)".formatted(Sql.name(plan.key()));
        String labelClass = plan.stratifyBy() == null
                ? "''"
                : "coalesce(CAST(%s AS VARCHAR), '')".formatted(Sql.name(plan.stratifyBy()));
        database.execute("""
                CREATE TABLE ranked AS
                SELECT _key, _class, row_number() OVER (PARTITION BY _class ORDER BY md5('%d:' || _key), _key) AS _rank
                FROM (SELECT %s AS _key, %s AS _class FROM %s)""".formatted(plan.seed(), key, labelClass, Sql.parquet(table)));
    }

    private void storeCuts() {
        List<LabelClass> classes = database.query(
                "SELECT _class, count(*) FROM ranked GROUP BY _class ORDER BY _class",
                row -> new LabelClass(row.getString(1), row.getLong(2)));
        var cuts = new Cuts(plan.parts().stream().map(SplitPlan.Part::share).toList())
                .of(classes.stream().map(LabelClass::size).toList());
        database.execute("CREATE TABLE cuts (_class VARCHAR, _part INTEGER, _after BIGINT, _until BIGINT)");
        for (int i = 0; i < classes.size(); i++) {
            storeCuts(classes.get(i), cuts.get(i));
        }
    }

    private void storeCuts(LabelClass labelClass, List<Long> ends) {
        long after = 0;
        for (int part = 0; part < ends.size(); part++) {
            database.execute("INSERT INTO cuts VALUES (%s, %d, %d, %d)"
                    .formatted(Sql.text(labelClass.name), part, after, ends.get(part)));
            after = ends.get(part);
        }
    }

    private String rowsOf(int part) {
        return """
                SELECT t.* FROM %1$s AS t
                JOIN ranked ON CAST(t.%2$s AS VARCHAR) = ranked._key
                JOIN cuts ON ranked._class = cuts._class AND ranked._rank > cuts._after AND ranked._rank <= cuts._until
                WHERE cuts._part = %3$d ORDER BY t.%2$s""".formatted(Sql.parquet(table), Sql.name(plan.key()), part);
    }
}
