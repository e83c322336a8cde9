package io.aifactory.scoring.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link DuckDb}. */
class DuckDbTests {

    @TempDir
    Path folder;

    @Test
    void databasesKeepApartWhatDoesNotFitIntoTheirMemory() throws SQLException {
        var duckDb = SampleDuckDb.with(64, folder);

        try (var one = duckDb.open();
                var other = duckDb.open()) {
            fill(one, "one");
            fill(other, "other");

            assertThat(folder).isNotEmptyDirectory();
            assertThat(isIntact(one, "one")).isTrue();
            assertThat(isIntact(other, "other")).isTrue();
        }
        assertThat(folder).isEmptyDirectory();
    }

    private static void fill(Connection database, String salt) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(
                    "create table t as select i, md5(i || '%s') as m from range(2000000) r(i)".formatted(salt));
        }
    }

    private static boolean isIntact(Connection database, String salt) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select bool_and(m = md5(i || '%s')) from t".formatted(salt))) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
