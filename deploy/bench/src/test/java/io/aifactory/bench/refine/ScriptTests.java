package io.aifactory.bench.refine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.bench.refine.Script.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Script}, {@link Dialect} and {@link Customers}. */
class ScriptTests {

    private static final Path FILE = Path.of("/data/customers.csv");

    @TempDir
    Path folder;

    @Test
    void comesThroughAllPhasesInOrder() {
        List<Line> lines = Script.of(Dialect.SPARK, FILE, Path.of("/out"), 10);

        assertThat(lines)
                .extracting(Line::phase)
                .isSorted()
                .contains(Phase.BRONZE, Phase.SILVER, Phase.GOLD, Phase.SPLIT);
        assertThat(lines).extracting(Line::toString).noneMatch(line -> line.contains("\n"));
    }

    @Test
    void countsDistinctValuesAsTheFactoryDoes() {
        assertThat(Script.of(Dialect.DUCKDB, FILE, Path.of("/out"), 1_000_000).toString())
                .contains("count(DISTINCT region)")
                .doesNotContain("approx");
        assertThat(Script.of(Dialect.DUCKDB, FILE, Path.of("/out"), 1_000_001).toString())
                .contains("approx_count_distinct(region)");
        assertThat(Script.of(Dialect.SPARK, FILE, Path.of("/out"), 10).toString())
                .contains("approx_count_distinct(region)")
                .doesNotContain("count(DISTINCT region)");
    }

    @Test
    void sparesSparkTheFingerprint() {
        assertThat(Script.of(Dialect.DUCKDB, FILE, Path.of("/out"), 10))
                .filteredOn(line -> line.phase() == Phase.FINGERPRINT)
                .hasSize(6);
        assertThat(Script.of(Dialect.SPARK, FILE, Path.of("/out"), 10))
                .noneMatch(line -> line.phase() == Phase.FINGERPRINT);
    }

    @Test
    void aSeedDecidesAllRowsAndEachKeyIsThereOnce() throws IOException {
        Customers.write(folder.resolve("a.csv"), 500, 7);
        Customers.write(folder.resolve("b.csv"), 500, 7);
        Customers.write(folder.resolve("c.csv"), 500, 8);

        List<String> lines = Files.readAllLines(folder.resolve("a.csv"));
        assertThat(lines).hasSize(501).isEqualTo(Files.readAllLines(folder.resolve("b.csv")));
        assertThat(lines).isNotEqualTo(Files.readAllLines(folder.resolve("c.csv")));
        assertThat(lines.stream().map(line -> line.split(",", -1)[0]).distinct())
                .hasSize(501);
    }
}
