package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.lake.engine.ColumnProfile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a table. It never changes.
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
        Instant savedAt) {

    public DatasetVersion {
        columns = List.copyOf(columns);
    }

    /** Returns the names of its columns in order. */
    public List<String> columnNames() {
        return columns.stream().map(ColumnProfile::name).toList();
    }
}
