package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.Cuts;
import io.aifactory.lake.engine.SplitPlan;
import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a table. Every row has a place, which depends on nothing but the seed and its key, or its group's value; in the order of
 * places each class is cut where the shares end. Rows are not sorted for it: counting places by their first digits tells near
 * which place each cut is, and only the rows there are looked at.
 */
final class Splitting {

    private static final int MOST_COUNTS = 1 << 20;
    private static final int MOST_DIGITS = 4;

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
     * @throws IllegalStateException if they have not as many rows as they should, because the key does not tell rows apart
     */
    List<TableProfile> split() {
        if (plan.groupBy() == null) {
            placeRows();
        } else {
            placeGroups();
        }
        List<List<Long>> ends = storeCuts();
        findPlaces();
        var parts = new ArrayList<TableProfile>();
        for (int part = 0; part < plan.parts().size(); part++) {
            Path target = plan.parts().get(part).target();
            database.execute(Sql.copyToParquet(rowsOf(part), target));
            parts.add(Profiling.of(database, target));
        }
        requireEveryRow(parts, ends);
        return parts;
    }

    private void placeRows() {
        database.execute("CREATE VIEW placed AS SELECT *, %s AS _class, %s AS _place FROM %s"
                .formatted(labelClass(), placeOf(text(plan.key())), Sql.parquet(table)));
        database.execute("CREATE VIEW units AS SELECT _class, _place, 1 AS _size FROM placed");
    }

    /** A group is of the class that most of its rows are of. A row without a group is one by itself. */
    private void placeGroups() {
        String group =
                "coalesce('g' || %s, 'r' || %s)".formatted(text(String.valueOf(plan.groupBy())), text(plan.key()));
        database.execute("CREATE VIEW grouped AS SELECT *, %s AS _group, %s AS _row_class FROM %s"
                .formatted(group, labelClass(), Sql.parquet(table)));
        database.execute("""
                CREATE TABLE units AS
                SELECT _group, _class, _size, %s AS _place FROM (
                    SELECT _group, _row_class AS _class, sum(count(*)) OVER (PARTITION BY _group) AS _size,
                        row_number() OVER (PARTITION BY _group ORDER BY count(*) DESC, _row_class) AS _rank
                    FROM grouped GROUP BY _group, _row_class)
                WHERE _rank = 1""".formatted(placeOf("_group")));
        database.execute(
                "CREATE VIEW placed AS SELECT * EXCLUDE (_row_class, _group, _size) FROM grouped JOIN units USING (_group)");
    }

    private String labelClass() {
        return plan.stratifyBy() == null ? "''" : "coalesce(%s, '')".formatted(text(plan.stratifyBy()));
    }

    private String placeOf(String value) {
        return "md5('%d:' || %s) || ':' || %s".formatted(plan.seed(), value, value);
    }

    private static String text(String column) {
        return "CAST(%s AS VARCHAR)".formatted(Sql.name(column));
    }

    /** Stores after how many rows of each class each part ends, and returns it. */
    private List<List<Long>> storeCuts() {
        List<LabelClass> classes = database.query(
                "SELECT _class, sum(_size) FROM units GROUP BY _class ORDER BY _class",
                row -> new LabelClass(row.getString(1), row.getLong(2)));
        var cuts = new Cuts(plan.parts().stream().map(SplitPlan.Part::share).toList())
                .of(classes.stream().map(LabelClass::size).toList());
        database.execute("CREATE TABLE cuts (_class VARCHAR, _part INTEGER, _until BIGINT, _digits INTEGER)");
        int digits = digits(classes.size());
        for (int i = 0; i < classes.size(); i++) {
            storeCuts(classes.get(i), cuts.get(i), digits);
        }
        return cuts;
    }

    private static int digits(int classes) {
        int digits = MOST_DIGITS;
        while (digits > 1 && (1L << (4 * digits)) * classes > MOST_COUNTS) {
            digits--;
        }
        return digits;
    }

    private void storeCuts(LabelClass labelClass, List<Long> ends, int digits) {
        long after = 0;
        for (int part = 0; part < ends.size(); part++) {
            if (ends.get(part) > after) {
                database.execute("INSERT INTO cuts VALUES (%s, %d, %d, %d)"
                        .formatted(Sql.text(labelClass.name), part, ends.get(part), digits));
            }
            after = ends.get(part);
        }
    }

    /**
     * Finds the last place of each part. What is cut is whole: of a group, more than half of whose rows come before the cut, all
     * rows do.
     */
    private void findPlaces() {
        database.execute("""
                CREATE TABLE counts AS
                SELECT *, sum(_rows) OVER (PARTITION BY _class ORDER BY _start) - _rows AS _before FROM (
                    SELECT _class, left(_place, (SELECT any_value(_digits) FROM cuts)) AS _start, sum(_size) AS _rows
                    FROM units GROUP BY ALL)""");
        database.execute("""
                CREATE TABLE near AS SELECT _class, _part, _start, _before, _until
                FROM cuts JOIN counts USING (_class) WHERE _before < _until AND _until <= _before + _rows""");
        database.execute("""
                CREATE TABLE places AS
                SELECT _class, _part, _last, lag(_last) OVER (PARTITION BY _class ORDER BY _part) AS _after FROM (
                    SELECT _class, _part, coalesce(max(_place) FILTER (_middle <= _until), any_value(_start)) AS _last
                    FROM near JOIN (
                        SELECT _class, _start, _place,
                            _before + sum(_size) OVER (PARTITION BY _class, _start ORDER BY _place) - _size / 2 AS _middle
                        FROM units JOIN (SELECT DISTINCT _class, _start, _before FROM near) USING (_class)
                        WHERE starts_with(_place, _start)) USING (_class, _start)
                    GROUP BY _class, _part)""");
    }

    private String rowsOf(int part) {
        String order = plan.groupBy() == null ? "" : " ORDER BY " + Sql.name(plan.key());
        return """
                SELECT placed.* EXCLUDE (_class, _place) FROM placed JOIN places USING (_class)
                WHERE _part = %d AND _place <= _last AND (_after IS NULL OR _place > _after)%s""".formatted(part, order);
    }

    private void requireEveryRow(List<TableProfile> parts, List<List<Long>> ends) {
        List<Long> found = parts.stream().map(TableProfile::rows).toList();
        long rows = ends.stream().mapToLong(of -> of.get(of.size() - 1)).sum();
        long sum = found.stream().mapToLong(size -> size).sum();
        if (sum != rows || (plan.groupBy() == null && !found.equals(sizes(ends)))) {
            throw new IllegalStateException(
                    "the parts have %s rows of %d; does %s tell its rows apart?".formatted(found, rows, plan.key()));
        }
    }

    private List<Long> sizes(List<List<Long>> ends) {
        var sizes = new ArrayList<Long>();
        for (int part = 0; part < plan.parts().size(); part++) {
            int index = part;
            sizes.add(ends.stream()
                    .mapToLong(of -> of.get(index) - (index == 0 ? 0 : of.get(index - 1)))
                    .sum());
        }
        return sizes;
    }
}
