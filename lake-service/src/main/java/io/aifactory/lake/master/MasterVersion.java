package io.aifactory.lake.master;

import io.aifactory.contracts.lake.MasterPath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of a master table: what it held after a commit.
 *
 * @param table the table
 * @param number counted from 0
 * @param committedAt when
 * @param columns its columns in order
 * @param files the Parquet files that hold its rows
 * @param rows how many rows; absent if a file's writer did not count them
 */
public record MasterVersion(
        MasterTableId table,
        long number,
        Instant committedAt,
        List<MasterColumn> columns,
        List<MasterPath> files,
        @Nullable Long rows) {

    public MasterVersion {
        columns = List.copyOf(columns);
        files = List.copyOf(files);
    }
}
