package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.reading.Limits;
import io.aifactory.lake.engine.reading.Prepared;
import io.aifactory.lake.engine.reading.RowIndex;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a Parquet file by the names that the file has, which the engine changes where two are alike.
 *
 * @param relation what to read the columns from
 * @param columns the columns of data, in order
 */
record ParquetSource(String relation, List<ParquetColumn> columns) {

    private static final int MOST_DIGITS = 38;

    /**
     * Looks at a file.
     *
     * @throws UnreadableFile if it has columns that can't be read, or none, or is too large
     */
    static ParquetSource of(DuckDb database, Prepared.Columnar parquet) {
        Path file = parquet.file();
        List<Column> columns = database.columns(Parquet.of(file));
        List<String> found = namesIn(database, file);
        if (found.size() != columns.size()) {
            throw new UnreadableFile(
                    "its schema has %d columns, its rows have %d".formatted(found.size(), columns.size()));
        }
        requireReasonable(database, parquet);
        String relation = "%s AS source(%s)"
                .formatted(
                        Parquet.of(file),
                        Sql.names(IntStream.range(0, found.size())
                                .mapToObj(Integer::toString)
                                .toList()));
        return new ParquetSource(relation, ofData(found, columns));
    }

    private static List<ParquetColumn> ofData(List<String> found, List<Column> columns) {
        List<Integer> kept = IntStream.range(0, found.size())
                .filter(i -> !RowIndex.is(found.get(i)))
                .boxed()
                .toList();
        if (kept.isEmpty()) {
            throw new UnreadableFile("it has no columns of data");
        }
        Limits.requireFewColumns(kept);
        List<String> names =
                ColumnNames.normaliseAll(kept.stream().map(found::get).toList());
        return IntStream.range(0, kept.size())
                .mapToObj(i -> new ParquetColumn(
                        names.get(i),
                        new Column(
                                kept.get(i).toString(), columns.get(kept.get(i)).type())))
                .toList();
    }

    List<String> names() {
        return columns.stream().map(ParquetColumn::name).toList();
    }

    /** Returns the columns as text, in order. */
    String texts() {
        return Sql.join(columns, column -> "%s AS %s".formatted(column.text(), Sql.name(column.name())));
    }

    /** Returns what is wrong with a row; NULL where nothing is. */
    String problem() {
        List<String> problems = columns.stream()
                .map(ParquetColumn::problems)
                .flatMap(List::stream)
                .toList();
        return problems.isEmpty()
                ? StagedColumns.NO_PROBLEM
                : "nullif(concat_ws('; ', %s), '')".formatted(String.join(", ", problems));
    }

    /** An element of a schema, which lists each before those within it. */
    private record Element(String name, int children, int digits) {}

    private static List<String> namesIn(DuckDb database, Path file) {
        Iterator<Element> elements = database.query(
                        "SELECT name, num_children, precision FROM parquet_schema(%s)"
                                .formatted(Sql.text(file.toString())),
                        row -> new Element(row.getString(1), row.getInt(2), row.getInt(3)))
                .iterator();
        var names = new ArrayList<String>();
        int columns = elements.next().children();
        for (int i = 0; i < columns; i++) {
            Element column = elements.next();
            names.add(column.name());
            requireFewDigits(column, column.name());
            for (int within = column.children(); within > 0; within--) {
                Element element = elements.next();
                requireFewDigits(element, column.name());
                within += element.children();
            }
        }
        return names;
    }

    private static void requireFewDigits(Element element, String column) {
        if (element.digits() > MOST_DIGITS) {
            throw new UnreadableFile(
                    "column '%s' has decimal numbers of %d digits; at most %d can be read, write them as text or with fewer"
                            .formatted(column, element.digits(), MOST_DIGITS));
        }
    }

    /**
     * What is packed tells little: a few bytes may say that a value comes millions of times. A value takes a byte at least,
     * as it does in text for what parts it from the next.
     */
    private static void requireReasonable(DuckDb database, Prepared.Columnar parquet) {
        String query = """
                WITH chunk AS (
                    SELECT greatest(num_values, total_uncompressed_size) AS size, row_group_num_rows AS rows
                    FROM parquet_metadata(%s))
                SELECT coalesce(max(size // nullif(rows, 0)), 0), CAST(least(coalesce(sum(size), 0), %d) AS BIGINT)
                FROM chunk""".formatted(Sql.text(parquet.file().toString()), Long.MAX_VALUE);
        var extent = database.queryOne(query, row -> new Extent(row.getLong(1), row.getLong(2)));
        Limits.requireShortRows(extent.perRow());
        Limits.requireSmall(extent.unpacked(), parquet.largest());
    }

    /**
     * How much a file holds.
     *
     * @param perRow how many bytes the values of a column take in a row on average, where most
     * @param unpacked how many bytes all take
     */
    private record Extent(long perRow, long unpacked) {}
}
