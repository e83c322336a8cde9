package io.aifactory.lake.master;

import java.time.Instant;

/**
 * A master table the factory writes, as it wrote it last.
 *
 * @param table the table
 * @param version the version
 * @param rows how many rows it has
 * @param badRows how many rows were turned away from it
 * @param madeFrom from what it was made: the same text as long as making it again would change nothing
 * @param fingerprint tells its content from others
 * @param committedAt when
 */
public record KnownTable(
        MasterTableId table,
        long version,
        long rows,
        long badRows,
        String madeFrom,
        String fingerprint,
        Instant committedAt) {}
