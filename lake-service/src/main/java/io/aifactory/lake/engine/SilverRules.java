package io.aifactory.lake.engine;

import java.util.Map;

/**
 * What the rows of a dataset have to hold.
 *
 * @param key the column that tells rows apart: has to be there, and once per file
 * @param checks what columns have to hold, by name; others hold nothing, and get the type that nearly all values read as
 * @param typeAgreement which share of a column's values has to read as a type for the column to get it
 */
public record SilverRules(String key, Map<String, ColumnCheck> checks, double typeAgreement) {

    public SilverRules {
        checks = Map.copyOf(checks);
    }

    /** Returns what the given column has to hold. */
    public ColumnCheck checkOf(String column) {
        return checks.getOrDefault(column, ColumnCheck.NONE);
    }
}
