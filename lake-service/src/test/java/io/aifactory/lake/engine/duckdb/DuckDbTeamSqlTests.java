package io.aifactory.lake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.SqlAnswer;
import io.aifactory.lake.engine.SqlNeedsTooMuch;
import io.aifactory.lake.engine.SqlTakesTooLong;
import io.aifactory.lake.engine.Workspaces;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** Tests for {@link DuckDbTeamSql}. */
class DuckDbTeamSqlTests {

    @TempDir
    static Path folder;

    private static Path people;

    private final DuckDbTeamSql engine = engine(DataSize.ofMegabytes(256), Duration.ofMinutes(1));

    @BeforeAll
    static void savePeople() throws SQLException {
        people = folder.resolve("people.parquet");
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT range AS id, 20 + range %% 60 AS age, 'a' || range AS name FROM range(1000)) TO '%s'"
                            .formatted(people));
        }
    }

    @Test
    void answersInOrderWithTypesAndSaysWhetherThereIsMore() {
        SqlAnswer answer =
                ask("SELECT id, age / 2 AS half, name FROM \"M11_GOLD@2\" ORDER BY id DESC -- newest first", 2);

        assertThat(answer.columns()).containsExactly("id", "half", "name");
        assertThat(answer.types()).containsExactly("BIGINT", "DOUBLE", "VARCHAR");
        assertThat(answer.rows()).containsExactly(List.of("999", "29.5", "a999"), List.of("998", "29.0", "a998"));
        assertThat(answer.complete()).isFalse();
        assertThat(ask("SELECT count(*) AS n FROM \"m11_gold@2\"", 1).complete())
                .isTrue();
    }

    @Test
    void showsEveryValueAsTextAndColumnsOfOneNameApart() {
        SqlAnswer answer = ask("SELECT NULL AS a, [1, 2] AS a, DATE '2026-11-26' AS b, 'x'::BLOB AS c", 5);

        assertThat(answer.columns()).hasSize(4).doesNotHaveDuplicates();
        assertThat(answer.rows()).containsExactly(Arrays.asList(null, "[1, 2]", "2026-11-26", "x"));
    }

    @Test
    void namesTheTablesAQueryReads() {
        assertThat(engine.tablesOf("WITH old AS (FROM \"M11_GOLD@1\") SELECT * FROM M11_GOLD ANTI JOIN old USING (id)"))
                .containsExactly("m11_gold", "m11_gold@1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_csv('/etc/passwd')",
                "SELECT * FROM '/etc/passwd'",
                "SELECT * FROM glob('/*')",
                "SELECT * FROM duckdb_settings()",
                "SELECT * FROM duckdb_tables",
                "ATTACH '/tmp/x.db'",
                "COPY (SELECT 1) TO '/tmp/x.csv'",
                "SET memory_limit = '64GB'",
                "INSTALL httpfs",
                "PRAGMA database_list",
                "CREATE TABLE t AS SELECT 1",
                "SELECT 1; SELECT 2",
                "SELECT 1) TO '/tmp/x.csv' --",
                ""
            })
    void refusesWhatDoesNotOnlyReadItsTables(String sql) {
        assertThatThrownBy(() -> ask(sql, 10)).isInstanceOf(InvalidSql.class);
    }

    @Test
    void stopsWhatTakesTooLong() {
        var hasty = engine(DataSize.ofMegabytes(256), Duration.ofSeconds(1));

        assertThatThrownBy(() -> hasty.query(
                        "SELECT count(*) FROM p a, p b, p c, p d WHERE a.age + b.age + c.age + d.age = 7",
                        Map.of("p", people),
                        10))
                .isInstanceOf(SqlTakesTooLong.class)
                .hasMessage("it takes longer than 1 s");
    }

    @Test
    void refusesWhatNeedsTooMuchMemory() {
        assertThatThrownBy(() -> ask("SELECT repeat(name, 20000) FROM \"m11_gold@2\"", 1000))
                .isInstanceOf(SqlNeedsTooMuch.class)
                .hasMessageStartingWith("its answer is larger than 32 MB");
        var small = engine(DataSize.ofMegabytes(16), Duration.ofMinutes(1));
        assertThatThrownBy(() -> small.query("SELECT list(a.name || b.name) FROM p a, p b", Map.of("p", people), 10))
                .isInstanceOf(SqlNeedsTooMuch.class)
                .hasMessageContaining("needs more memory");
    }

    private SqlAnswer ask(String sql, int mostRows) {
        return engine.query(sql, Map.of("m11_gold@2", people), mostRows);
    }

    private static DuckDbTeamSql engine(DataSize memory, Duration longest) {
        var sandbox = new Sandbox(memory, 2, longest, DataSize.ofMegabytes(64));
        return new DuckDbTeamSql(sandbox, new Workspaces(folder.resolve("scratch")));
    }
}
