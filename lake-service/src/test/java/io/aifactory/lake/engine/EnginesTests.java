package io.aifactory.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.lake.engine.duckdb.EmbeddedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Engines}. */
class EnginesTests {

    private final RefinementEngine embedded = new EmbeddedEngine().engine();
    private final RefinementEngine spark = new EmbeddedEngine().engine();
    private final Engines both = new Engines(embedded, spark, 100);

    @TempDir
    Path folder;

    @Test
    void sizeDecidesUnlessSettingsDo() throws IOException {
        Path small = Files.write(folder.resolve("small"), new byte[60]);
        Path large = Files.write(folder.resolve("large"), new byte[100]);

        assertThat(both.of(EngineChoice.AUTOMATIC, small)).isSameAs(embedded);
        assertThat(both.of(EngineChoice.AUTOMATIC, large)).isSameAs(spark);
        assertThat(both.of(EngineChoice.AUTOMATIC, List.of(small, small))).isSameAs(spark);
        assertThat(both.of(EngineChoice.EMBEDDED, large)).isSameAs(embedded);
        assertThat(both.of(EngineChoice.SPARK, small)).isSameAs(spark);
    }

    @Test
    void withoutSparkTheEmbeddedEngineMakesWhatIsNotToBeSparks() throws IOException {
        Path large = Files.write(folder.resolve("large"), new byte[100]);
        var one = new Engines(embedded, null, 100);

        assertThat(one.of(EngineChoice.AUTOMATIC, large)).isSameAs(embedded);
        assertThatThrownBy(() -> one.of(EngineChoice.SPARK, large))
                .isInstanceOf(EngineNotConfigured.class)
                .hasMessageContaining("its settings want Spark, and this factory has none");
    }
}
