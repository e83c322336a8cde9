package io.aifactory.lake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class SandboxTests {

    private static final Sandbox SANDBOX = new Sandbox(DataSize.ofMegabytes(128), 1, Duration.ofMinutes(1));

    @TempDir
    private Path folder;

    @Test
    void timesAreThoseOfUtcWhereverTheMachineStands() {
        try (DuckDb database = SANDBOX.open(folder, List.of())) {
            assertThat(text(database, "current_setting('TimeZone')")).isEqualTo("UTC");
        }
    }

    @Test
    void settingsCannotBeChanged() {
        try (DuckDb database = SANDBOX.open(folder, List.of())) {
            assertThatExceptionOfType(DuckDbFailed.class)
                    .isThrownBy(() -> database.execute("SET TimeZone = 'Asia/Tokyo'"));
            assertThatExceptionOfType(DuckDbFailed.class)
                    .isThrownBy(() -> database.execute("SET enable_external_access = true"));
        }
    }

    @Test
    void databasesInOneFolderKeepApartWhatDoesNotFitIntoTheirMemory() {
        try (DuckDb one = SANDBOX.open(folder, List.of());
                DuckDb other = SANDBOX.open(folder, List.of())) {
            fill(one, "one");
            fill(other, "other");

            assertThat(folder).isNotEmptyDirectory();
            assertThat(text(one, "bool_and(m = md5(i || 'one')) FROM t")).isEqualTo("true");
            assertThat(text(other, "bool_and(m = md5(i || 'other')) FROM t")).isEqualTo("true");
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void fill(DuckDb database, String salt) {
        database.execute("CREATE TABLE t AS SELECT i, md5(i || '%s') AS m FROM range(4000000) r(i)".formatted(salt));
    }

    private static String text(DuckDb database, String expression) {
        return database.queryOne("SELECT " + expression, row -> row.getString(1));
    }
}
