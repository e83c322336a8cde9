package io.aifactory.lake.catalogue;

import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.RowChanges;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two versions.
 *
 * @param from the one
 * @param to the other
 * @param schemaChange how the columns differ
 * @param columns the statistics of each column in both
 * @param rows what became of the rows; absent where they can't be compared
 * @param rowsNotCompared why the rows can't be compared
 */
record Diff(
        Entry from,
        Entry to,
        SchemaChange schemaChange,
        List<Pair> columns,
        @Nullable RowsByKey rows,
        @Nullable String rowsNotCompared) {

    /** A column in both versions; absent where a version has none. */
    record Pair(
            String name,
            @Nullable ColumnProfile from,
            @Nullable ColumnProfile to) {}

    /**
     * What became of the rows.
     *
     * @param key the columns that tell rows apart
     * @param changes what became of them
     */
    record RowsByKey(List<String> key, RowChanges changes) {}

    static Diff of(DatasetVersion from, DatasetVersion to, RowsByKey rows) {
        return new Diff(Entry.of(from), Entry.of(to), SchemaChange.between(from, to), pairs(from, to), rows, null);
    }

    static Diff withoutRows(DatasetVersion from, DatasetVersion to, String reason) {
        return new Diff(Entry.of(from), Entry.of(to), SchemaChange.between(from, to), pairs(from, to), null, reason);
    }

    private static List<Pair> pairs(DatasetVersion from, DatasetVersion to) {
        var pairs = new ArrayList<Pair>();
        to.columns()
                .forEach(column -> pairs.add(
                        new Pair(column.name(), from.column(column.name()).orElse(null), column)));
        from.columns().stream()
                .filter(column -> to.column(column.name()).isEmpty())
                .forEach(column -> pairs.add(new Pair(column.name(), column, null)));
        return pairs;
    }
}
