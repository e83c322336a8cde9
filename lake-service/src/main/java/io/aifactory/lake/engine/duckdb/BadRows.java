package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverOutcome;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.List;

/** Writes the rows that were turned away so that people can open them, and tells them from others. */
final class BadRows {

    private final DuckDb database;
    private final Path rows;

    BadRows(DuckDb database, Path rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Returns what became of all rows. Where none is bad, the fingerprint is that of silver. */
    SilverOutcome beside(TableProfile silver, Path csv) {
        List<String> columns = database.columnNames(Parquet.of(rows));
        database.execute("COPY (SELECT %s FROM %s) TO %s (FORMAT csv, HEADER true)"
                .formatted(Sql.join(columns, BadRows::harmless), Parquet.of(rows), Sql.text(csv.toString())));
        Fingerprint fingerprint = Fingerprint.of(database, columns, Parquet.of(rows));
        return new SilverOutcome(
                silver,
                fingerprint.rows(),
                silver.fingerprint() + (fingerprint.rows() == 0 ? "" : "/" + fingerprint.hex(columns)));
    }

    /** People open the file in spreadsheets, which would run what begins like a formula. A quote before it makes it text. */
    private static String harmless(String column) {
        String text = "CAST(%s AS VARCHAR)".formatted(Sql.name(column));
        return "CASE WHEN regexp_matches(%1$s, '^[=+@\\t\\r-]') AND TRY_CAST(%1$s AS DOUBLE) IS NULL THEN '''' || %1$s ELSE %1$s END AS %2$s"
                .formatted(text, Sql.name(column));
    }
}
