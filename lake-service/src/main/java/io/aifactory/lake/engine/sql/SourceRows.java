package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.StagedFile;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final Map<String, String> UNKNOWN_PROVENANCE = Map.of(
            "_file", "'result of the query'",
            "_file_number", "CAST(0 AS BIGINT)",
            "_row", "file_row_number + 1",
            "_error", "CAST(NULL AS STRING)",
            "_line", "CAST(NULL AS STRING)");

    /** Takes the rows of bronze. */
    static SourceRows ofBronze(Session session, Path bronze) {
        List<Column> columns = valuesOf(session.columns(session.dialect().parquet(bronze)));
        session.define(
                "source",
                "SELECT %s, file_row_number AS _n FROM %s"
                        .formatted(
                                session.dialect().allBut(List.of("file_row_number")),
                                session.dialect().numberedParquet(bronze)));
        return counted(session, columns, true);
    }

    /**
     * Takes what a query makes of the table {@code bronze}.
     *
     * @param result where to put it
     */
    static SourceRows ofQuery(Session session, String sql, Path bronze, Path result) {
        session.define(
                "bronze",
                "SELECT %s FROM %s WHERE _error IS NULL"
                        .formatted(
                                session.dialect().allBut(List.of("_error", "_line")),
                                session.dialect().parquet(bronze)));
        session.runForTeam(() -> session.write(session.teamQuery(sql, List.of("bronze")), result));
        List<Column> found = session.columns(session.dialect().parquet(result));
        session.define("source", rowsOf(session, result, found) + " UNION ALL " + brokenLines(session, bronze, found));
        return counted(session, valuesOf(found), false);
    }

    private static String rowsOf(Session session, Path result, List<Column> found) {
        List<String> names = found.stream().map(Column::name).toList();
        var selected = new ArrayList<>(
                valuesOf(found).stream().map(column -> Sql.name(column.name())).toList());
        StagedFile.PROVENANCE.forEach(
                name -> selected.add(names.contains(name) ? name : UNKNOWN_PROVENANCE.get(name) + " AS " + name));
        return "SELECT %s, file_row_number AS _n FROM %s"
                .formatted(String.join(", ", selected), session.dialect().numberedParquet(result));
    }

    private static String brokenLines(Session session, Path bronze, List<Column> found) {
        var selected =
                new ArrayList<>(valuesOf(found).stream().map(column -> "NULL").toList());
        selected.addAll(StagedFile.PROVENANCE);
        return "SELECT %s, -1 - file_row_number FROM %s WHERE _error IS NOT NULL"
                .formatted(String.join(", ", selected), session.dialect().numberedParquet(bronze));
    }

    private static SourceRows counted(Session session, List<Column> columns, boolean asText) {
        return session.row(
                "SELECT count(*), count(DISTINCT _file_number) FROM source",
                row -> new SourceRows(columns, asText, row.number(1), row.number(2)));
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
