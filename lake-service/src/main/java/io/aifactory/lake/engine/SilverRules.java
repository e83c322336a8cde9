package io.aifactory.lake.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of a dataset have to hold.
 *
 * @param sql the query that makes the rows out of the table {@code bronze}, whose columns are text; absent: every row of
 *     bronze, its columns typed
 * @param key the column that tells rows apart: has to be there, and once per file
 * @param checks what columns have to hold, by name; others hold nothing, and get the type that nearly all values read as
 * @param typeAgreement which share of a column's values has to read as a type for the column to get it
 */
public record SilverRules(@Nullable String sql, String key, Map<String, ColumnCheck> checks, double typeAgreement) {

    public SilverRules {
        checks = Map.copyOf(checks);
    }

    /** Rules of the rows of bronze as they are. */
    public SilverRules(String key, Map<String, ColumnCheck> checks, double typeAgreement) {
        this(null, key, checks, typeAgreement);
    }

    /** Returns what the given column has to hold. */
    public ColumnCheck checkOf(String column) {
        return checks.getOrDefault(column, ColumnCheck.NONE);
    }
}
