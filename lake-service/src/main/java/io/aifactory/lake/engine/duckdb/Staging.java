package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.reading.CsvDialect;
import io.aifactory.lake.engine.reading.Decimals;
import io.aifactory.lake.engine.reading.Prepared;
import io.aifactory.lake.engine.reading.Scratch;
import io.aifactory.lake.engine.sql.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a file's rows as text with where they came from, as a stream and in the file's order. The codec is the one that
 * costs least: measured, files are less than half as large as with Snappy and take no more time.
 */
final class Staging {

    /** How many values are in memory until they are written. */
    private static final int VALUES_PER_GROUP = 1_000_000;

    /** From so many columns on, each is given little room for a list of its different values. */
    private static final int WIDE = 100;

    private static final int ROOM_IN_WIDE = 10_000;
    private static final int ROOM = 1 << 20;

    private static final long BYTES_PER_GROUP = 64L << 20;
    private static final long MOST_ROWS_PER_GROUP = 122_880;
    private static final long FEWEST_ROWS_PER_GROUP = 2_048;

    private final DuckDb database;
    private final InputFile file;

    Staging(DuckDb database, InputFile file) {
        this.database = database;
        this.file = file;
    }

    /**
     * Stages a file.
     *
     * @throws IrregularLines if lines that seemed to be rows are not
     * @throws UnreadableFile if it can't be used as a table
     */
    StagedFile stage(Prepared prepared, Scratch scratch, Path staged) {
        StagedFile content = stageAsItIs(prepared, staged);
        pointed(prepared.decimals(), new StagedColumns(database, content.columns(), staged))
                .ifPresent(query -> rewrite(query, content, scratch, staged));
        return content;
    }

    private static Optional<String> pointed(Decimals decimals, StagedColumns columns) {
        return switch (decimals) {
            case AS_WRITTEN -> Optional.empty();
            case POINT -> new SaidDecimals(columns, '.', ',').query();
            case COMMA -> new SaidDecimals(columns, ',', '.').query();
            case AS_FOUND -> new FoundDecimals(columns).query();
        };
    }

    private StagedFile stageAsItIs(Prepared prepared, Path staged) {
        if (prepared instanceof Prepared.Lines lines) {
            return stageLines(lines, staged);
        }
        return prepared instanceof Prepared.Rows rows
                ? stageRows(rows, staged)
                : stageParquet((Prepared.Columnar) prepared, staged);
    }

    private StagedFile stageLines(Prepared.Lines lines, Path staged) {
        CsvDialect dialect = lines.dialect();
        String quote = Sql.text(dialect.quote() == null ? "" : String.valueOf(dialect.quote()));
        String source = """
                read_csv(%s, auto_detect = false, skip = %d, delim = %s, quote = %s, escape = %s, columns = {%s},
                    compression = 'none', hive_partitioning = false)""".formatted(
                        Sql.text(lines.file().toString()),
                        dialect.recordsBeforeRows(),
                        Sql.text(String.valueOf(dialect.delimiter())),
                        quote,
                        quote,
                        Sql.join(dialect.columns(), Staging::asText));
        try {
            copy(
                    numbered(Sql.names(dialect.names()), dialect.recordsBeforeRows(), StagedColumns.NO_PROBLEM, source),
                    dialect.names(),
                    lines.rows(),
                    lines.file(),
                    staged);
        } catch (DuckDbFailed e) {
            throw e.isAbout(lines.file()) ? new IrregularLines(lines, e.reason()) : e;
        }
        long rows = count(Parquet.of(staged));
        if (rows != lines.rows()) {
            throw new IrregularLines(lines, "%d rows in %d lines".formatted(rows, lines.rows()));
        }
        if (has(dialect.names(), dialect.headerAgain(), staged)) {
            throw new IrregularLines(lines, "the header is there again");
        }
        return new StagedFile(dialect.names(), rows);
    }

    private boolean has(List<String> columns, List<String> row, Path staged) {
        String condition = IntStream.range(0, row.size())
                .mapToObj(i -> "%s = %s".formatted(Sql.name(columns.get(i)), Sql.text(row.get(i))))
                .collect(Collectors.joining(" AND "));
        return !row.isEmpty() && count("%s WHERE %s".formatted(Parquet.of(staged), condition)) > 0;
    }

    private StagedFile stageRows(Prepared.Rows rows, Path staged) {
        var columns = new ArrayList<>(rows.columns());
        columns.addAll(List.of("_row", "_error", "_line"));
        String query = """
                SELECT %s, %s, CAST(_row AS BIGINT) AS _row, _error, _line
                FROM read_csv(%s, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', columns = {%s},
                    parallel = %s, compression = 'none', hive_partitioning = false)""".formatted(
                        Sql.names(rows.columns()),
                        origin(),
                        Sql.text(rows.file().toString()),
                        Sql.join(columns, Staging::asText),
                        rows.oneALine());
        copy(query, rows.columns(), rows.rows(), rows.file(), staged);
        long count = count(Parquet.of(staged));
        if (count != rows.rows()) {
            throw new IllegalStateException("%s has %d rows, %d were read".formatted(file.name(), rows.rows(), count));
        }
        return new StagedFile(rows.columns(), count);
    }

    private StagedFile stageParquet(Prepared.Columnar parquet, Path staged) {
        try {
            var source = ParquetSource.of(database, parquet);
            long rows = count(source.relation());
            if (rows == 0) {
                throw new UnreadableFile("it has columns but no rows");
            }
            copy(
                    numbered(source.texts(), 0, source.problem(), source.relation()),
                    source.names(),
                    rows,
                    parquet.file(),
                    staged);
            return new StagedFile(source.names(), rows);
        } catch (DuckDbFailed e) {
            throw verdict(e, parquet.file());
        }
    }

    /** How much memory it takes is in the file, whose pages are read as wholes: another try would end alike. */
    private RuntimeException verdict(DuckDbFailed failure, Path parquet) {
        if (failure.isOutOfMemory()) {
            return new UnreadableFile(
                    "it needs more memory than there is for it (factory.engine.memory-limit), write it with shorter values or smaller row groups: "
                            + failure.reason(),
                    failure);
        }
        if (failure.isAbout(parquet)) {
            String reason = failure.reason().replace(parquet.toString(), file.name());
            return new UnreadableFile("it cannot be read to its end: " + reason, failure);
        }
        return failure;
    }

    private String numbered(String columns, int before, String problem, String source) {
        return """
                SELECT %s, %s, %d + row_number() OVER () AS _row,
                    %s AS _error, CAST(NULL AS VARCHAR) AS _line FROM %s""".formatted(columns, origin(), before, problem, source);
    }

    private String origin() {
        return "%s AS _file, CAST(%d AS BIGINT) AS _file_number".formatted(Sql.text(file.name()), file.number());
    }

    private static String asText(String column) {
        return Sql.text(column) + ": 'VARCHAR'";
    }

    private void rewrite(String query, StagedFile content, Scratch scratch, Path staged) {
        Path rewritten = scratch.newFile("parquet");
        copy(query, content.columns(), content.rows(), staged, rewritten);
        try {
            Files.move(rewritten, staged, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot replace " + staged, e);
        }
    }

    private void copy(String query, List<String> columns, long rows, Path source, Path target) {
        database.execute("""
                COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1,
                    ROW_GROUP_SIZE %d, STRING_DICTIONARY_PAGE_SIZE_LIMIT %d)""".formatted(
                        query,
                        Sql.text(target.toString()),
                        rowsPerGroup(columns.size(), rows, source),
                        columns.size() < WIDE ? ROOM : ROOM_IN_WIDE));
    }

    /** A group is written once it is complete, and until then in memory: wide rows make smaller ones. */
    private static long rowsPerGroup(int columns, long rows, Path source) {
        try {
            long bytesPerRow = 1 + Files.size(source) / Math.max(1, rows);
            long fitting = Math.min(VALUES_PER_GROUP / Math.max(1, columns), BYTES_PER_GROUP / bytesPerRow);
            return Math.max(FEWEST_ROWS_PER_GROUP, Math.min(MOST_ROWS_PER_GROUP, fitting));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + source, e);
        }
    }

    private long count(String relation) {
        return database.queryOne("SELECT count(*) FROM " + relation, row -> row.getLong(1));
    }
}
