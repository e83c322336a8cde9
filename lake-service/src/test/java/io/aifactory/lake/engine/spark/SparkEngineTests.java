package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.RefinementEngineContract;
import io.aifactory.lake.engine.TableReader;
import io.aifactory.lake.engine.duckdb.EmbeddedEngine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;

/** Tests for {@link SparkEngine}. */
class SparkEngineTests extends RefinementEngineContract {

    private static final EmbeddedEngine EMBEDDED = new EmbeddedEngine();

    private static Workers workers;

    @BeforeAll
    static void findSpark() {
        workers = SparkAtHand.workers();
    }

    @Override
    protected RefinementEngine engine() {
        return new SparkEngine(
                workers,
                SparkAtHand.properties().longestStatement(),
                EMBEDDED.engine(),
                EMBEDDED.queries(),
                EMBEDDED.finisher());
    }

    @Override
    protected TableReader reader() {
        return EMBEDDED.reader();
    }

    @Override
    protected List<List<String>> rows(Path parquet) {
        return EMBEDDED.rows(parquet);
    }
}
