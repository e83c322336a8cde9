package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ComparisonPlan;
import io.aifactory.lake.engine.RowChanges;
import io.aifactory.lake.engine.RowChanges.Cell;
import io.aifactory.lake.engine.RowChanges.Example;
import io.aifactory.lake.engine.RowChanges.Kind;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two tables: tells what became of each key by one join, then looks a few keys up again. */
final class Comparing {

    private final DuckDb database;
    private final ComparisonPlan plan;

    Comparing(DuckDb database, ComparisonPlan plan) {
        this.database = database;
        this.plan = plan;
    }

    Optional<RowChanges> compare(Path before, Path after) {
        database.execute("CREATE VIEW before AS SELECT %s FROM %s".formatted(asText(), Parquet.of(before)));
        database.execute("CREATE VIEW after AS SELECT %s FROM %s".formatted(asText(), Parquet.of(after)));
        if (!tellsRowsApart("before") || !tellsRowsApart("after")) {
            return Optional.empty();
        }
        database.execute("CREATE TABLE fates AS " + fates());
        return Optional.of(database.queryOne("""
                SELECT count(*) FILTER (WHERE _fate = 'ADDED'), count(*) FILTER (WHERE _fate = 'REMOVED'),
                    count(*) FILTER (WHERE _fate = 'CHANGED'), count(*) FILTER (WHERE _fate = 'UNCHANGED') FROM fates""", this::changes));
    }

    private RowChanges changes(ResultSet counts) throws SQLException {
        var examples = new ArrayList<Example>();
        for (Kind kind : Kind.values()) {
            examples.addAll(examples(kind));
        }
        return new RowChanges(counts.getLong(1), counts.getLong(2), counts.getLong(3), counts.getLong(4), examples);
    }

    /** Numbered names: whatever columns are called, they meet neither each other nor ours. */
    private String asText() {
        var columns = new ArrayList<String>();
        for (int i = 0; i < plan.key().size(); i++) {
            columns.add(
                    "CAST(%s AS VARCHAR) AS k%d".formatted(Sql.name(plan.key().get(i)), i));
        }
        for (int i = 0; i < plan.columns().size(); i++) {
            columns.add("CAST(%s AS VARCHAR) AS v%d"
                    .formatted(Sql.name(plan.columns().get(i)), i));
        }
        return String.join(", ", columns);
    }

    private boolean tellsRowsApart(String table) {
        return database.query(
                        "SELECT 1 FROM %1$s GROUP BY %2$s HAVING count(*) > 1 OR %3$s LIMIT 1"
                                .formatted(table, keys(""), each(plan.key(), "k%1$d IS NULL", " OR ")),
                        row -> row.getInt(1))
                .isEmpty();
    }

    private String fates() {
        return """
                SELECT %s, CASE WHEN b.k0 IS NULL THEN 'ADDED' WHEN a.k0 IS NULL THEN 'REMOVED'
                    WHEN %s THEN 'CHANGED' ELSE 'UNCHANGED' END AS _fate
                FROM before AS b FULL JOIN after AS a ON %s""".formatted(
                each(plan.key(), "coalesce(b.k%1$d, a.k%1$d) AS k%1$d", ", "),
                plan.columns().isEmpty() ? "false" : each(plan.columns(), "b.v%1$d IS DISTINCT FROM a.v%1$d", " OR "),
                joined("b", "a"));
    }

    private List<Example> examples(Kind kind) {
        String first = "(SELECT * FROM fates AS f WHERE _fate = '%s' ORDER BY %s LIMIT %d) AS f"
                .formatted(kind, order(), plan.examples());
        if (kind != Kind.CHANGED) {
            return database.query(
                    "SELECT %s FROM %s ORDER BY %s".formatted(keys("f."), first, order()),
                    row -> new Example(kind, key(row), List.of()));
        }
        return database.query(
                """
                        SELECT %s%s FROM %s JOIN before AS b ON %s JOIN after AS a ON %s ORDER BY %s""".formatted(
                                keys("f."),
                                each(plan.columns(), ", b.v%1$d, a.v%1$d", ""),
                                first,
                                joined("f", "b"),
                                joined("f", "a"),
                                order()),
                row -> new Example(kind, key(row), cells(row)));
    }

    /** Shorter keys come first, so that whole numbers are in their order. */
    private String order() {
        return each(plan.key(), "length(f.k%1$d), f.k%1$d", ", ");
    }

    private List<String> key(ResultSet row) throws SQLException {
        var key = new ArrayList<String>();
        for (int i = 1; i <= plan.key().size(); i++) {
            key.add(Objects.requireNonNull(shortened(row.getString(i)), "a key has a value"));
        }
        return key;
    }

    private List<Cell> cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < plan.columns().size() && cells.size() < RowChanges.MOST_CELLS; i++) {
            int first = plan.key().size() + 2 * i + 1;
            String before = row.getString(first);
            String after = row.getString(first + 1);
            if (!Objects.equals(before, after)) {
                cells.add(new Cell(plan.columns().get(i), shortened(before), shortened(after)));
            }
        }
        return cells;
    }

    private static @Nullable String shortened(@Nullable String value) {
        int most = TableProfile.LONGEST_SAMPLE_VALUE;
        return value == null || value.codePointCount(0, value.length()) <= most
                ? value
                : value.substring(0, value.offsetByCodePoints(0, most - 1)) + "…";
    }

    private String keys(String table) {
        return each(plan.key(), table + "k%1$d", ", ");
    }

    private String joined(String one, String other) {
        return each(plan.key(), one + ".k%1$d = " + other + ".k%1$d", " AND ");
    }

    private static String each(List<String> columns, String form, String separator) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(form.formatted(i));
        }
        return String.join(separator, parts);
    }
}
