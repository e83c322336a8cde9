package io.aifactory.lake.engine.duckdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/**
 * Tells rows from others, in whatever order they are.
 *
 * @param rows how many rows
 * @param sums the sums of both halves of the rows' MD5
 */
record Fingerprint(long rows, String sums) {

    /** Returns the fingerprint of the given columns of what is selected from. */
    static Fingerprint of(DuckDb database, Collection<String> columns, String from) {
        String row = Sql.join(columns, column -> "coalesce(CAST(%s AS VARCHAR), chr(30))".formatted(Sql.name(column)));
        String query = """
                SELECT count(*), coalesce(sum(CAST(md5_number_lower(_r) AS HUGEINT)), 0) || '/'
                    || coalesce(sum(CAST(md5_number_upper(_r) AS HUGEINT)), 0)
                FROM (SELECT concat_ws(chr(31), %s) AS _r FROM %s)""".formatted(row, from);
        return database.queryOne(query, result -> new Fingerprint(result.getLong(1), result.getString(2)));
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
