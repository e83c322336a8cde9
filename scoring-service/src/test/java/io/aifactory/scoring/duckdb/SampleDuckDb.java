package io.aifactory.scoring.duckdb;

import java.nio.file.Path;
import org.springframework.util.unit.DataSize;

/** DuckDB as a test wants it. */
public final class SampleDuckDb {

    private SampleDuckDb() {}

    public static DuckDb with(int megabytes, Path folder) {
        return new DuckDb(new DuckDbProperties(DataSize.ofMegabytes(megabytes), 2, folder));
    }
}
