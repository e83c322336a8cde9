package io.aifactory.lake.master;

import io.aifactory.lake.engine.ColumnProfile;
import java.nio.file.Path;
import java.util.List;

/**
 * Rows to commit.
 *
 * @param file a Parquet file that the engine wrote
 * @param columns its columns in order
 * @param rows how many rows it has
 */
public record NewRows(Path file, List<MasterColumn> columns, long rows) {

    public NewRows {
        columns = List.copyOf(columns);
    }

    /** Returns the rows of a file, of which the engine told the columns. */
    public static NewRows of(Path file, List<ColumnProfile> columns, long rows) {
        return new NewRows(file, MasterColumn.of(columns), rows);
    }
}
