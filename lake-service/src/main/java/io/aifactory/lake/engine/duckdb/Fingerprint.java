package io.aifactory.lake.engine.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.engine.sql.Sql;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Tells rows from others, in whatever order they are.
 *
 * @param rows how many rows
 * @param sums the sums of both halves of the rows' MD5
 */
record Fingerprint(long rows, String sums) {

    /** What is asked of all rows: two columns. */
    static final String MEASURES = """
            count(*), coalesce(sum(CAST(_md5 & CAST(18446744073709551615 AS UHUGEINT) AS HUGEINT)), 0) || '/'
                || coalesce(sum(CAST(_md5 >> 64 AS HUGEINT)), 0)""";

    /** Returns the fingerprint of the given columns of what is selected from. */
    static Fingerprint of(DuckDb database, Collection<String> columns, String from) {
        String query = "SELECT %s FROM (SELECT %s FROM %s)".formatted(MEASURES, row(columns), from);
        return database.queryOne(query, result -> read(result, 1));
    }

    /** Returns the expression that stands for a row of the given columns, under the name that {@link #MEASURES} knows. */
    static String row(Collection<String> columns) {
        return "md5_number(concat_ws(chr(31), %s)) AS _md5"
                .formatted(Sql.join(
                        columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(column))));
    }

    /** Returns what {@link #MEASURES} found, from the given column of a result on. */
    static Fingerprint read(ResultSet result, int first) throws SQLException {
        return new Fingerprint(result.getLong(first), result.getString(first + 1));
    }

    /** Returns 64 hex digits that tell the rows, and what they are rows of, from others. */
    String hex(Object columns) {
        String content = columns + "|" + rows + "|" + sums;
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
