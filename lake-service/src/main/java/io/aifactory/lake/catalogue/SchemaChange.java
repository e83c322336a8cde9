package io.aifactory.lake.catalogue;

import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.engine.ColumnProfile;
import java.util.List;
import java.util.Optional;

/**
 * How the columns of a version differ from those of an earlier one.
 *
 * @param since the earlier version
 * @param added the columns that are new, in order
 * @param removed the columns that are gone, in their former order
 * @param retyped the columns whose type is another
 */
record SchemaChange(int since, List<Column> added, List<Column> removed, List<Retyped> retyped) {

    /** A column and its SQL type. */
    record Column(String name, String type) {}

    /** A column with the SQL type it had and the one it has. */
    record Retyped(String name, String from, String to) {}

    static SchemaChange between(DatasetVersion before, DatasetVersion after) {
        return new SchemaChange(
                before.reference().version(),
                columnsOf(after, before),
                columnsOf(before, after),
                after.columns().stream()
                        .flatMap(column -> retyped(before, column).stream())
                        .toList());
    }

    /** Returns the columns of the one version that the other has not. */
    private static List<Column> columnsOf(DatasetVersion version, DatasetVersion other) {
        return version.columns().stream()
                .filter(column -> other.column(column.name()).isEmpty())
                .map(column -> new Column(column.name(), column.type()))
                .toList();
    }

    private static Optional<Retyped> retyped(DatasetVersion before, ColumnProfile column) {
        return before.column(column.name())
                .filter(earlier -> !earlier.type().equals(column.type()))
                .map(earlier -> new Retyped(column.name(), earlier.type(), column.type()));
    }
}
