package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.StagedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that silver is made of, as the view {@code source}: their values, where they came from, and {@code _n}, which tells
 * them apart. They are those of bronze, or what a team's query makes of them; lines of files that fit no columns are among
 * them either way.
 *
 * @param columns the columns of the values
 * @param asText whether all values are text, the types yet to be found
 * @param rows how many rows
 * @param files how many files they came from
 */
record SourceRows(List<Column> columns, boolean asText, long rows, long files) {

    /** What stands for the provenance that a query has not kept. */
    private static final Map<String, String> UNKNOWN_PROVENANCE = new LinkedHashMap<>();

    static {
        UNKNOWN_PROVENANCE.put("_file", "'result of the query'");
        UNKNOWN_PROVENANCE.put("_file_number", "CAST(0 AS BIGINT)");
        UNKNOWN_PROVENANCE.put("_row", "file_row_number + 1");
    }

    /** Takes the rows of bronze. */
    static SourceRows ofBronze(DuckDb database, Path bronze) {
        List<Column> columns = valuesOf(Column.of(database, Sql.parquet(bronze)));
        database.execute("CREATE VIEW source AS SELECT * EXCLUDE (file_row_number), file_row_number AS _n FROM "
                + Sql.numberedParquet(bronze));
        return counted(database, columns, true);
    }

    /**
     * Takes what a query makes of the table {@code bronze}.
     *
     * @param result where to put it
     */
    static SourceRows ofQuery(DuckDb database, String sql, Path bronze, Path result) {
        database.execute("CREATE VIEW bronze AS SELECT * EXCLUDE (_error, _line) FROM %s WHERE _error IS NULL"
                .formatted(Sql.parquet(bronze)));
        database.runForTeam(() -> {
            String query = new TeamQuery(sql).checked(database, List.of("bronze"));
            database.execute(Sql.copyToParquet(QueryResult.inTypesOfTheLake(database, query), result));
        });
        List<Column> found = Column.of(database, Sql.parquet(result));
        database.execute("CREATE VIEW source AS SELECT %s, file_row_number AS _n FROM %s UNION ALL BY NAME %s"
                .formatted(String.join(", ", withProvenance(found)), Sql.numberedParquet(result), brokenLines(bronze)));
        return counted(database, valuesOf(found), false);
    }

    private static List<String> withProvenance(List<Column> found) {
        var names = found.stream().map(Column::name).toList();
        var selected = new ArrayList<>(names.stream().map(Sql::name).toList());
        UNKNOWN_PROVENANCE.forEach((name, unknown) -> {
            if (!names.contains(name)) {
                selected.add(unknown + " AS " + name);
            }
        });
        return selected;
    }

    private static String brokenLines(Path bronze) {
        return "SELECT _file, _file_number, _row, _error, _line, -1 - file_row_number AS _n FROM %s WHERE _error IS NOT NULL"
                .formatted(Sql.numberedParquet(bronze));
    }

    private static SourceRows counted(DuckDb database, List<Column> columns, boolean asText) {
        return database.queryOne(
                "SELECT count(*), count(DISTINCT _file_number) FROM source",
                row -> new SourceRows(columns, asText, row.getLong(1), row.getLong(2)));
    }

    private static List<Column> valuesOf(List<Column> columns) {
        return columns.stream()
                .filter(column -> !StagedFile.PROVENANCE.contains(column.name()))
                .toList();
    }

    List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
