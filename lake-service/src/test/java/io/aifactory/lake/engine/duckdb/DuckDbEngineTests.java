package io.aifactory.lake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.lake.engine.MergePlan;
import io.aifactory.lake.engine.RefinementEngine;
import io.aifactory.lake.engine.RefinementEngineContract;
import io.aifactory.lake.engine.SilverRules;
import io.aifactory.lake.engine.SqlNeedsTooMuch;
import io.aifactory.lake.engine.TableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Tests for {@link DuckDbEngine} and its sandbox. */
class DuckDbEngineTests extends RefinementEngineContract {

    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    private static final Sandbox SANDBOX = new Sandbox(DataSize.ofMegabytes(256), 2, LONG_ENOUGH);

    @Override
    protected RefinementEngine engine() {
        return new DuckDbEngine(SANDBOX);
    }

    @Override
    protected TableReader reader() {
        return DuckDbTableReaderTests.reader(SANDBOX);
    }

    @Override
    protected List<List<String>> rows(Path parquet) {
        return new EmbeddedEngine().rows(parquet);
    }

    @Test
    void estimatesDifferentValuesOfALongTableAndSaysSo(@TempDir Path tables) throws SQLException {
        Path counted = table(tables.resolve("counted.parquet"), 1_000_000);
        Path estimated = table(tables.resolve("estimated.parquet"), 1_000_001);

        assertThat(engine().profile(counted).columns()).singleElement().satisfies(column -> {
            assertThat(column.approximate()).isFalse();
            assertThat(column.distinct()).isEqualTo(1000);
        });
        assertThat(engine().profile(estimated).columns()).singleElement().satisfies(column -> {
            assertThat(column.approximate()).isTrue();
            assertThat(column.distinct()).isBetween(500L, 2000L);
        });
    }

    private static Path table(Path file, int rows) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("COPY (SELECT range % 1000 AS n FROM range(" + rows + ")) TO '" + file + "'");
            return file;
        }
    }

    @Test
    void queryOfATeamThatNeedsMoreMemoryThanThereIsIsRefused(@TempDir Path tables) throws SQLException {
        Path numbers = table(tables.resolve("numbers.parquet"), 1_000);
        var plan = new MergePlan(
                List.of(new MergePlan.Source("ds01_numbers", "ds01", numbers, List.of("n"))),
                "SELECT n, repeat('x', 100000000) AS t FROM ds01_numbers",
                "n",
                null,
                null);
        var small = new DuckDbEngine(new Sandbox(DataSize.ofMegabytes(64), 2, LONG_ENOUGH));

        assertThatThrownBy(() -> small.merge(plan, tables.resolve("merged.parquet")))
                .isInstanceOf(SqlNeedsTooMuch.class)
                .hasMessageContaining("it needs more memory than queries may use");
    }

    @Test
    void queryOfATeamThatFillsTheDiskIsStopped(@TempDir Path tables) throws SQLException {
        Path bronze = tables.resolve("bronze.parquet");
        bronze(bronze, 10_000);
        var little = new DuckDbEngine(new Sandbox(DataSize.ofMegabytes(256), 2, LONG_ENOUGH, DataSize.ofMegabytes(8)));
        var rules = new SilverRules(
                "SELECT a.id, md5(CAST(b._row * c._row AS VARCHAR)) AS m FROM bronze a, bronze b, bronze c",
                "id",
                Map.of(),
                0.95);

        assertThatThrownBy(() -> little.silver(
                        bronze, rules, Map.of(), tables.resolve("silver.parquet"), tables.resolve("bad.csv")))
                .isInstanceOf(SqlNeedsTooMuch.class)
                .hasMessageContaining("it needs more disk than queries may use");
    }

    private static void bronze(Path file, int rows) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("""
                    COPY (SELECT CAST(i AS VARCHAR) AS id, 'a.csv' AS _file, CAST(1 AS BIGINT) AS _file_number, i AS _row,
                        CAST(NULL AS VARCHAR) AS _error, CAST(NULL AS VARCHAR) AS _line FROM range(%d) r(i)) TO '%s'""".formatted(rows, file));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM read_text('%s/../secret.txt')",
                "COPY (SELECT 1) TO '/tmp/stolen.csv'",
                "SELECT * FROM read_csv('https://example.com/x.csv')",
                "ATTACH '/tmp/other.db'",
                "INSTALL httpfs",
                "LOAD '/tmp/extension.duckdb_extension'",
                "SET memory_limit = '100GB'",
                "SET enable_external_access = true",
                "RESET lock_configuration"
            })
    void sandboxRefuses(String statement, @TempDir Path home) throws IOException {
        Path workspace = Files.createDirectory(home.resolve("workspace"));
        Files.writeString(home.resolve("secret.txt"), "secret");

        try (DuckDb database = SANDBOX.open(workspace, List.of())) {
            assertThatThrownBy(() -> database.execute(statement.formatted(workspace)))
                    .isInstanceOf(DuckDbFailed.class);
        }
    }

    @Test
    void sandboxAllowsItsFilesAndItsFolder(@TempDir Path home) throws IOException {
        Path workspace = Files.createDirectory(home.resolve("workspace"));
        Path file = Files.writeString(home.resolve("given.csv"), "id\n1\n");

        try (DuckDb database = SANDBOX.open(workspace, List.of(file))) {
            database.execute("COPY (SELECT * FROM read_csv('%s')) TO '%s/out.csv'".formatted(file, workspace));
        }

        assertThat(workspace.resolve("out.csv")).exists();
    }
}
