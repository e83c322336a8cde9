package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.lake.engine.ColumnProfile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table. It never changes; its files may be removed, and then it stays in the catalogue all the same.
 *
 * @param table the table
 * @param reference which version, and where it lies
 * @param columns its columns in order, with their statistics
 * @param fingerprint tells its content from others
 * @param badRows how many rows were turned away
 * @param badPath where they lie; absent if none were
 * @param lineage what it was made from
 * @param runId the run that made it
 * @param savedAt when
 * @param tags what is said about it, by name
 * @param removedAt when its files were given up; absent as long as they are there
 */
public record DatasetVersion(
        TableId table,
        DatasetReference reference,
        List<ColumnProfile> columns,
        String fingerprint,
        long badRows,
        @Nullable String badPath,
        Lineage lineage,
        String runId,
        Instant savedAt,
        Map<String, String> tags,
        @Nullable Instant removedAt) {

    public DatasetVersion {
        columns = List.copyOf(columns);
        tags = Map.copyOf(tags);
    }

    /** Returns the names of its columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(ColumnProfile::name).toList();
    }

    /** Returns the column of the given name; empty if it has none. */
    public Optional<ColumnProfile> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }
}
