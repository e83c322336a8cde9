package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.TableComparison;
import io.aifactory.lake.engine.TableComparisonContract;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.unit.DataSize;

/** Tests for {@link DuckDbTableComparison}. */
class DuckDbTableComparisonTests extends TableComparisonContract {

    private static final Sandbox SANDBOX = new Sandbox(DataSize.ofMegabytes(128), 2, Duration.ofMinutes(1));

    private final AtomicInteger files = new AtomicInteger();

    @Override
    protected TableComparison comparison() {
        return new DuckDbTableComparison(SANDBOX);
    }

    @Override
    protected Path table(String query) {
        Path file = folder.resolve(files.incrementAndGet() + ".parquet");
        try (DuckDb database = SANDBOX.open(folder, List.of())) {
            database.execute(Parquet.copy("SELECT * FROM (%s) AS rows (col0, col1, col2)".formatted(query), file));
        }
        return file;
    }
}
