package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.InputFile;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.UnreadableFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a file that landed, to its end, and writes its rows as text with where they came from. */
final class Staging {

    private final DuckDb database;

    Staging(DuckDb database) {
        this.database = database;
    }

    StagedFile stage(InputFile file, Path staged) {
        try {
            List<String> columns = load(file);
            long rows = database.queryOne("SELECT count(*) FROM staged", row -> row.getLong(1));
            requireRows(rows);
            database.execute(Sql.copyToParquet("SELECT * FROM staged ORDER BY _row", staged));
            return new StagedFile(columns, rows);
        } catch (DuckDbFailed e) {
            if (e.isAbout(file.local())) {
                throw new UnreadableFile("it cannot be read to its end: " + e.reason(), e);
            }
            throw e;
        }
    }

    private List<String> load(InputFile file) {
        if (file.isCsv()) {
            return loadCsv(file);
        }
        if (file.isParquet()) {
            return loadParquet(file);
        }
        throw new UnreadableFile("it is neither CSV nor Parquet by its name; call it .csv or .parquet");
    }

    private List<String> loadCsv(InputFile file) {
        CsvHeader header = CsvHeader.read(file.local());
        List<String> names = header.names();
        database.execute("""
                CREATE TABLE lines AS SELECT *, row_number() OVER () AS _n
                FROM read_csv(%s, auto_detect = false, header = true, delim = %s, quote = '"', escape = '"',
                    columns = {%s}, store_rejects = true, hive_partitioning = false)""".formatted(
                        Sql.text(file.local().toString()),
                        Sql.text(String.valueOf(header.delimiter())),
                        Sql.join(header.columns(), column -> Sql.text(column) + ": 'VARCHAR'")));
        database.execute("CREATE TABLE broken AS " + brokenLines());
        database.execute(
                "CREATE TABLE staged AS %s UNION ALL %s".formatted(wholeRows(file, names), brokenRows(file, names)));
        requireSomeWhole();
        return names;
    }

    /** One row per line that does not fit, with the number of whole rows before it. */
    private static String brokenLines() {
        return """
                SELECT CAST(line AS BIGINT) AS _row, any_value(error_message ORDER BY column_idx) AS _error,
                    left(trim(any_value(csv_line), chr(10) || chr(13)), 2000) AS _line,
                    line - 1 - row_number() OVER (ORDER BY line) AS _whole_before
                FROM reject_errors GROUP BY line""";
    }

    /** A whole row's line: the header's one, those of the whole rows up to it, and those of the broken ones before it. */
    private static String wholeRows(InputFile file, List<String> names) {
        return """
                SELECT %s, %s, 1 + _n + coalesce(_broken_before, 0) AS _row,
                    CAST(NULL AS VARCHAR) AS _error, CAST(NULL AS VARCHAR) AS _line
                FROM lines ASOF LEFT JOIN (
                    SELECT _whole_before, max(_broken_before) AS _broken_before
                    FROM (SELECT _whole_before, row_number() OVER (ORDER BY _row) AS _broken_before FROM broken)
                    GROUP BY _whole_before) ON _n > _whole_before""".formatted(Sql.names(names), origin(file));
    }

    private static String brokenRows(InputFile file, List<String> names) {
        return "SELECT %s, %s, _row, _error, _line FROM broken"
                .formatted(Sql.join(names, name -> "CAST(NULL AS VARCHAR)"), origin(file));
    }

    private static String origin(InputFile file) {
        return "%s AS _file, CAST(%d AS BIGINT) AS _file_number".formatted(Sql.text(file.name()), file.number());
    }

    private List<String> loadParquet(InputFile file) {
        List<String> found = Column.namesOf(database, file.local());
        var kept = new ArrayList<>(
                found.stream().filter(column -> !CsvHeader.isRowIndex(column)).toList());
        List<String> names = ColumnNames.normaliseAll(kept);
        var columns = new ArrayList<String>();
        for (int i = 0; i < names.size(); i++) {
            columns.add("CAST(%s AS VARCHAR) AS %s".formatted(Sql.name(kept.get(i)), Sql.name(names.get(i))));
        }
        database.execute("""
                CREATE TABLE staged AS SELECT %s, %s, row_number() OVER () AS _row,
                    CAST(NULL AS VARCHAR) AS _error, CAST(NULL AS VARCHAR) AS _line FROM %s""".formatted(String.join(", ", columns), origin(file), Sql.parquet(file.local())));
        return names;
    }

    private void requireSomeWhole() {
        long broken = database.queryOne("SELECT count(*) FROM broken", row -> row.getLong(1));
        long whole = database.queryOne("SELECT count(*) FROM lines", row -> row.getLong(1));
        if (whole == 0 && broken > 0) {
            String first = database.queryOne(
                    "SELECT 'line ' || _row || ': ' || _error FROM broken ORDER BY _row LIMIT 1",
                    row -> row.getString(1));
            throw new UnreadableFile("not one of its lines fits its header; " + first);
        }
    }

    private static void requireRows(long rows) {
        if (rows == 0) {
            throw new UnreadableFile("it has a header but no rows");
        }
    }
}
