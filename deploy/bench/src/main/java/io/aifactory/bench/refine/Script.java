package io.aifactory.bench.refine;

import io.aifactory.bench.refine.Customers.Column;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is done to one file, as statements of an engine: as text with the row it came from, typed and checked, one row per key,
 * ordered, split exactly and stratified, and the statistics and fingerprint of each table that is made.
 */
final class Script {

    private static final String SEED = "42:";
    private static final List<String> PARTS = List.of(
            "_place <= floor(_size * 0.6)",
            "_place > floor(_size * 0.6) AND _place <= floor(_size * 0.8)",
            "_place > floor(_size * 0.8)");

    private final Dialect dialect;
    private final Path folder;
    private final long rows;
    private final List<Line> lines = new ArrayList<>();

    private Script(Dialect dialect, Path folder, long rows) {
        this.dialect = dialect;
        this.folder = folder;
        this.rows = rows;
    }

    /** A statement, and what it is part of. */
    record Line(Phase phase, String statement) {

        @Override
        public String toString() {
            return phase.label() + "\t" + statement;
        }
    }

    /** Returns the statements that refine a file of that many rows into the given folder. */
    static List<Line> of(Dialect dialect, Path file, Path folder, long rows) {
        var script = new Script(dialect, folder, rows);
        script.bronze(file);
        script.silver();
        script.gold();
        script.split();
        return script.lines;
    }

    private void bronze(Path file) {
        String names = join(Column::name);
        lines.addAll(dialect.openCsv(file, Customers.COLUMNS).stream()
                .map(statement -> new Line(Phase.BRONZE, statement))
                .toList());
        make(
                Phase.BRONZE,
                "bronze",
                "SELECT %s, '%s' AS _file, CAST(1 AS BIGINT) AS _file_number, %s AS _row FROM %s"
                        .formatted(
                                names, file.getFileName(), dialect.rowNumber(), dialect.csv(file, Customers.COLUMNS)),
                false);
    }

    private void silver() {
        make(
                Phase.SILVER,
                "silver",
                "SELECT %s FROM (SELECT *, %s FROM %s) WHERE %s"
                        .formatted(
                                join(column -> "_t_%1$s AS %1$s".formatted(column.name())),
                                join(column -> "TRY_CAST(%s AS %s) AS _t_%s"
                                        .formatted(found(column), dialect.type(column.type()), column.name())),
                                table("bronze"),
                                good()),
                true);
        lines.add(new Line(
                Phase.SILVER,
                "SELECT count(*) = count(DISTINCT %s) FROM %s".formatted(Customers.KEY, table("silver"))));
    }

    private static String found(Column column) {
        return "nullif(trim(%s), '')".formatted(column.name());
    }

    /** Every value that is there has its type, and neither key nor label is missing. */
    private static String good() {
        return Customers.COLUMNS.stream()
                .map(column -> List.of(Customers.KEY, Customers.LABEL).contains(column.name())
                        ? "_t_%s IS NOT NULL".formatted(column.name())
                        : "(_t_%s IS NOT NULL OR %s IS NULL)".formatted(column.name(), found(column)))
                .collect(Collectors.joining(" AND "));
    }

    private void gold() {
        make(
                Phase.GOLD,
                "gold",
                "SELECT * FROM %s WHERE %s IS NOT NULL ORDER BY %s"
                        .formatted(table("silver"), Customers.LABEL, Customers.KEY),
                true);
    }

    private void split() {
        lines.add(new Line(Phase.SPLIT, dialect.write(folder.resolve("places"), """
                SELECT %1$s, row_number() OVER (PARTITION BY %2$s ORDER BY md5(concat('%3$s', CAST(%1$s AS %4$s))), %1$s) AS _place, \
                count(*) OVER (PARTITION BY %2$s) AS _size FROM %5$s""".formatted(
                        Customers.KEY, Customers.LABEL, SEED, dialect.type(Customers.Type.TEXT), table("gold")))));
        for (int part = 0; part < PARTS.size(); part++) {
            make(
                    Phase.SPLIT,
                    "part" + part,
                    "SELECT gold.* FROM %s AS gold JOIN %s AS places ON gold.%3$s = places.%3$s WHERE %4$s"
                            .formatted(table("gold"), table("places"), Customers.KEY, PARTS.get(part)),
                    true);
        }
    }

    private void make(Phase phase, String name, String query, boolean typed) {
        lines.add(new Line(phase, dialect.write(folder.resolve(name), query)));
        lines.add(new Line(phase, statistics(name, typed)));
        dialect.fingerprint(folder.resolve(name), Customers.COLUMNS)
                .forEach(statement -> lines.add(new Line(Phase.FINGERPRINT, statement)));
    }

    private String statistics(String name, boolean typed) {
        String all = "count(%1$s), " + dialect.distinct(rows) + ", min(%1$s), max(%1$s)";
        return "SELECT count(*), %s FROM %s"
                .formatted(
                        join(column -> (all + (typed && column.isNumber() ? ", avg(%1$s), stddev_samp(%1$s)" : ""))
                                .formatted(column.name())),
                        table(name));
    }

    private String table(String name) {
        return dialect.table(folder.resolve(name));
    }

    private static String join(Function<Column, String> writer) {
        return Customers.COLUMNS.stream().map(writer).collect(Collectors.joining(", "));
    }
}
