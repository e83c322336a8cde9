package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.reading.Limits;
import io.aifactory.lake.engine.reading.RowIndex;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a Parquet file by the names that the file has, which the engine changes where two are alike, and how their
 * values become text: moments are in UTC, and what has a structure is JSON.
 */
final class ParquetSource {

    private static final int MOST_DIGITS = 38;
    private static final String NUL = "chr(0)";
    private static final String REPLACEMENT = "chr(65533)";

    private final String relation;
    private final List<String> names;
    private final List<Source> sources;

    private ParquetSource(String relation, List<String> names, List<Source> sources) {
        this.relation = relation;
        this.names = names;
        this.sources = sources;
    }

    /** A column of the file as the engine reads it. */
    private record Source(Column column) {

        String asText() {
            String name = Sql.name(column.name());
            if (column.isText()) {
                return "replace(%s, %s, %s)".formatted(name, NUL, REPLACEMENT);
            }
            if (column.type().equals("TIMESTAMP WITH TIME ZONE")) {
                return "CAST(%s AT TIME ZONE 'UTC' AS VARCHAR) || '+00'".formatted(name);
            }
            return "CAST(%s AS VARCHAR)".formatted(isNested() ? "to_json(%s)".formatted(name) : name);
        }

        private boolean isNested() {
            return column.type().endsWith("]") || column.type().matches("(STRUCT|MAP|UNION)\\(.*");
        }

        Optional<String> problem(String name) {
            return column.isText()
                    ? Optional.of("CASE WHEN contains(%s, %s) THEN %s END"
                            .formatted(
                                    Sql.name(column.name()),
                                    NUL,
                                    Sql.text("its value '%s' has a NUL character".formatted(name))))
                    : Optional.empty();
        }
    }

    /**
     * Looks at a file.
     *
     * @throws UnreadableFile if it has columns that can't be read, or none
     */
    static ParquetSource of(DuckDb database, Path file) {
        List<Column> columns = database.columns(Parquet.of(file));
        List<String> found = namesIn(database, file);
        if (found.size() != columns.size()) {
            throw new UnreadableFile(
                    "its schema has %d columns, its rows have %d".formatted(found.size(), columns.size()));
        }
        requireShortValues(database, file);
        String relation = "%s AS source(%s)"
                .formatted(
                        Parquet.of(file),
                        Sql.names(IntStream.range(0, found.size())
                                .mapToObj(Integer::toString)
                                .toList()));
        var kept = new ArrayList<String>();
        var sources = new ArrayList<Source>();
        for (int i = 0; i < found.size(); i++) {
            if (!RowIndex.is(found.get(i))) {
                kept.add(found.get(i));
                sources.add(new Source(
                        new Column(Integer.toString(i), columns.get(i).type())));
            }
        }
        if (kept.isEmpty()) {
            throw new UnreadableFile("it has no columns of data");
        }
        Limits.requireFewColumns(kept);
        return new ParquetSource(relation, ColumnNames.normaliseAll(kept), sources);
    }

    List<String> names() {
        return names;
    }

    String relation() {
        return relation;
    }

    /** Returns the columns as text, in order. */
    String columns() {
        return Sql.join(IntStream.range(0, names.size()).boxed().toList(), i -> "%s AS %s"
                .formatted(sources.get(i).asText(), Sql.name(names.get(i))));
    }

    /** Returns what is wrong with a row; NULL where nothing is. */
    String problem() {
        List<String> problems = IntStream.range(0, names.size())
                .mapToObj(i -> sources.get(i).problem(names.get(i)))
                .flatMap(Optional::stream)
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

    /** What is packed tells little: a few bytes may say that a value comes millions of times, all of which are in memory together. */
    private static void requireShortValues(DuckDb database, Path file) {
        String query = """
                SELECT coalesce(max(greatest(num_values, total_uncompressed_size) // row_group_num_rows), 0)
                FROM parquet_metadata(%s) WHERE row_group_num_rows > 0""".formatted(Sql.text(file.toString()));
        Limits.requireShortRows(database.queryOne(query, row -> row.getLong(1)));
    }
}
