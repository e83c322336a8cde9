package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.Cuts;
import io.aifactory.lake.engine.SplitPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a table. Every row has a place, which depends on nothing but the seed and its key, or its group's value; in the order of
 * places each class is cut where the shares end. Rows are not sorted for it: counting places by their first digits tells near
 * which place each cut is, and only the rows there are looked at.
 */
public final class SplitStep {

    private static final int MOST_COUNTS = 1 << 20;
    private static final int MOST_DIGITS = 4;

    private final Session session;
    private final Path table;
    private final SplitPlan plan;

    /** Takes what to split, and how. */
    public SplitStep(Session session, Path table, SplitPlan plan) {
        this.session = session;
        this.table = table;
        this.plan = plan;
    }

    private record LabelClass(String name, long size) {}

    /**
     * Writes the parts.
     *
     * @throws IllegalStateException if they have not as many rows as they should, because the key does not tell rows apart
     */
    public void split() {
        if (plan.groupBy() == null) {
            placeRows();
        } else {
            placeGroups();
        }
        List<List<Long>> ends = storeCuts();
        findPlaces();
        for (int part = 0; part < plan.parts().size(); part++) {
            session.write(rowsOf(part), plan.parts().get(part).target());
        }
        requireEveryRow(ends);
    }

    private void placeRows() {
        session.define(
                "placed",
                "SELECT *, %s AS _class, %s AS _place FROM %s"
                        .formatted(labelClass(), placeOf(text(plan.key())), lying()));
        session.define("units", "SELECT _class, _place, CAST(1 AS BIGINT) AS _size FROM placed");
    }

    /** A group is of the class that most of its rows are of. A row without a group is one by itself. */
    private void placeGroups() {
        String group =
                "coalesce('g' || %s, 'r' || %s)".formatted(text(String.valueOf(plan.groupBy())), text(plan.key()));
        session.define(
                "grouped", "SELECT *, %s AS _group, %s AS _row_class FROM %s".formatted(group, labelClass(), lying()));
        session.keep("units", """
                SELECT _group, _class, _size, %s AS _place FROM (
                    SELECT _group, _row_class AS _class, sum(_rows) OVER (PARTITION BY _group) AS _size,
                        row_number() OVER (PARTITION BY _group ORDER BY _rows DESC, _row_class) AS _rank
                    FROM (SELECT _group, _row_class, count(*) AS _rows FROM grouped GROUP BY _group, _row_class))
                WHERE _rank = 1""".formatted(placeOf("_group")));
        session.define("placed", "SELECT grouped.*, _class, _place FROM grouped JOIN units USING (_group)");
    }

    private String lying() {
        return session.dialect().keepsOrder()
                ? session.dialect().parquet(table)
                : session.dialect().numberedParquet(table);
    }

    private String labelClass() {
        return plan.stratifyBy() == null ? "''" : "coalesce(%s, '')".formatted(text(plan.stratifyBy()));
    }

    private String placeOf(String value) {
        return "md5('%d:' || %s) || ':' || %s".formatted(plan.seed(), value, value);
    }

    private String text(String column) {
        return session.dialect().text(Sql.name(column));
    }

    /** Stores after how many rows of each class each part ends, and returns it. */
    private List<List<Long>> storeCuts() {
        List<LabelClass> classes = session.rows(
                "SELECT _class, sum(_size) FROM units GROUP BY _class ORDER BY _class",
                row -> new LabelClass(String.valueOf(row.text(1)), row.number(2)));
        var cuts = new Cuts(plan.parts().stream().map(SplitPlan.Part::share).toList())
                .of(classes.stream().map(LabelClass::size).toList());
        var rows = new ArrayList<String>();
        for (int i = 0; i < classes.size(); i++) {
            rows.addAll(cutsOf(classes.get(i), cuts.get(i)));
        }
        session.keep(
                "cuts",
                rows.isEmpty()
                        ? "SELECT '' AS _class, 0 AS _part, CAST(0 AS BIGINT) AS _until WHERE false"
                        : "SELECT * FROM (VALUES %s) AS stored(_class, _part, _until)"
                                .formatted(String.join(", ", rows)));
        return cuts;
    }

    private List<String> cutsOf(LabelClass labelClass, List<Long> ends) {
        var cuts = new ArrayList<String>();
        long after = 0;
        for (int part = 0; part < ends.size(); part++) {
            if (ends.get(part) > after) {
                cuts.add("(%s, %d, CAST(%d AS BIGINT))"
                        .formatted(session.dialect().quoted(labelClass.name), part, ends.get(part)));
            }
            after = ends.get(part);
        }
        return cuts;
    }

    private int digits() {
        long classes = session.row("SELECT count(DISTINCT _class) FROM cuts", row -> row.number(1));
        int digits = MOST_DIGITS;
        while (digits > 1 && (1L << (4 * digits)) * classes > MOST_COUNTS) {
            digits--;
        }
        return digits;
    }

    /**
     * Finds the last place of each part. What is cut is whole: of a group, more than half of whose rows come before the cut, all
     * rows do.
     */
    private void findPlaces() {
        int digits = digits();
        session.keep("counts", """
                SELECT *, sum(_rows) OVER (PARTITION BY _class ORDER BY _start) - _rows AS _before FROM (
                    SELECT _class, left(_place, %d) AS _start, sum(_size) AS _rows FROM units GROUP BY _class, left(_place, %d))""".formatted(digits, digits));
        session.keep("near", """
                SELECT _class, _part, _start, _before, _until
                FROM cuts JOIN counts USING (_class) WHERE _before < _until AND _until <= _before + _rows""");
        session.keep("places", """
                SELECT _class, _part, _last, lag(_last) OVER (PARTITION BY _class ORDER BY _part) AS _after FROM (
                    SELECT _class, _part, coalesce(max(_place) FILTER (WHERE _middle <= _until), any_value(_start)) AS _last
                    FROM near JOIN (
                        SELECT _class, _start, _place,
                            _before + sum(_size) OVER (PARTITION BY _class, _start ORDER BY _place) - _size / 2 AS _middle
                        FROM units JOIN (SELECT DISTINCT _class, _start, _before FROM near) AS starts USING (_class)
                        WHERE left(_place, %d) = _start) AS middles USING (_class, _start)
                    GROUP BY _class, _part)""".formatted(digits));
    }

    private String rowsOf(int part) {
        String order = plan.groupBy() != null
                ? " ORDER BY " + Sql.name(plan.key())
                : session.dialect().keepsOrder() ? "" : " ORDER BY file_row_number";
        return """
                SELECT %s FROM placed JOIN places USING (_class)
                WHERE _part = %d AND _place <= _last AND (_after IS NULL OR _place > _after)%s""".formatted(
                Sql.join(session.columnNames(session.dialect().parquet(table)), column -> "placed." + Sql.name(column)),
                part,
                order);
    }

    private void requireEveryRow(List<List<Long>> ends) {
        List<Long> found = plan.parts().stream().map(this::rowsIn).toList();
        long rows = ends.stream().mapToLong(of -> of.get(of.size() - 1)).sum();
        long sum = found.stream().mapToLong(size -> size).sum();
        if (sum != rows || (plan.groupBy() == null && !found.equals(sizes(ends)))) {
            throw new IllegalStateException(
                    "the parts have %s rows of %d; does %s tell its rows apart?".formatted(found, rows, plan.key()));
        }
    }

    private long rowsIn(SplitPlan.Part part) {
        return session.row("SELECT count(*) FROM " + session.dialect().parquet(part.target()), row -> row.number(1));
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
