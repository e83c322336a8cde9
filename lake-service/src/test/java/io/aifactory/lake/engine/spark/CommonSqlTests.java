package io.aifactory.lake.engine.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.lake.engine.InvalidSql;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link CommonSql}: the same queries on both engines, over values as people really have them. */
class CommonSqlTests {

    private static final String ROWS = """
            SELECT * FROM (VALUES
                (1, 'Åsa', ' 12 ', 10, 1.5, DATE '2024-02-29', true),
                (2, 'straße', '12.7', NULL, -0.0, DATE '1582-10-10', false),
                (3, NULL, '1e3', 30, 'nan', NULL, NULL),
                (4, 'o''Hara \\ "x"', 'abc', 30, 1e16, DATE '2026-12-31', true),
                (5, '日本😀', '', -7, 1e-5, DATE '2026-01-01', false),
                (6, 'a%b_c', NULL, 9007199254740993, 'inf', DATE '0001-01-01', true),
                (7, '  ', '2026-01-02', 0, 0.1, DATE '2026-01-01', NULL),
                (7, '  ', '2026-01-02', 0, 0.1, DATE '2026-01-01', NULL),
                (8, chr(160) || 'x' || chr(8195), '-0', 10, 2.5, NULL, true))
            AS t(id, name, raw, n, x, day, flag)""";

    private static final Map<String, String> TABLES = Map.of(
            "t",
            "SELECT CAST(id AS BIGINT) AS id, name, raw, CAST(n AS BIGINT) AS n, CAST(x AS DOUBLE) AS x, day, flag FROM (%s)"
                    .formatted(ROWS),
            "u",
            "SELECT * FROM (VALUES (CAST(1 AS BIGINT), 'one'), (1, 'uno'), (7, 'seven'), (99, 'none'), (NULL, 'null')) AS u(id, word)");

    @TempDir
    static Path folder;

    private static BothEngines engines;

    @BeforeAll
    static void makeTables() {
        engines = new BothEngines(folder, TABLES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM t",
                "SELECT * EXCLUDE (raw, flag) FROM t",
                "SELECT t.*, u.word FROM t JOIN u ON t.id = u.id",
                "SELECT id, count(*) AS c FROM t GROUP BY ALL",
                "SELECT id, word, name FROM t LEFT JOIN u USING (id)",
                "SELECT t.id AS a, u.id AS b FROM t RIGHT JOIN u ON t.id = u.id",
                "SELECT t.id AS a, u.id AS b FROM t FULL JOIN u ON t.id = u.id",
                "SELECT a.id AS a, b.id AS b FROM t AS a CROSS JOIN u AS b",
                "SELECT id FROM t SEMI JOIN u USING (id)",
                "SELECT id FROM t ANTI JOIN u USING (id)",
                "SELECT DISTINCT n, flag FROM t",
                "WITH v(a, b) AS (SELECT id, n FROM t WHERE n > 0), w AS (SELECT a FROM v) SELECT * FROM w",
                "SELECT id FROM t UNION ALL SELECT id FROM u",
                "SELECT id FROM t UNION SELECT id FROM u",
                "SELECT id FROM t EXCEPT SELECT id FROM u",
                "SELECT id FROM t INTERSECT SELECT id FROM u",
                "SELECT s.id, s.c FROM (SELECT id, count(*) AS c FROM t GROUP BY id HAVING count(*) > 1) AS s",
                "SELECT id FROM t ORDER BY n, id LIMIT 3",
                "SELECT id FROM t ORDER BY n DESC, id LIMIT 3",
                "SELECT id FROM t ORDER BY day NULLS FIRST, id DESC LIMIT 4",
                "SELECT n AS k, count(*) AS c, count(n) AS d, count(DISTINCT name) AS e, min(name) AS f, max(day) AS g, min(x) AS h, max(x) AS i FROM t GROUP BY n",
                "SELECT CAST(sum(n) AS BIGINT) AS s, avg(n) AS a, CAST(count(*) FILTER (WHERE flag) AS BIGINT) AS f FROM t",
                "SELECT upper(name) AS name, count(*) AS c FROM t GROUP BY name",
                "SELECT upper(raw) AS k, count(*) AS c FROM t GROUP BY k",
                "SELECT n + 1 AS m, m * 2 AS k FROM t",
                "SELECT id, n + 1 AS a, n * 2 AS b, n - id AS c, -n AS d, n % 7 AS e FROM t WHERE id < 6",
                "SELECT id, n / 4 AS a, nullif(n, 0) / 0 AS b, x / 3 AS c, 1.5 + 2.25 AS d, x * 1.1 AS e FROM t",
                "SELECT id, round(x) AS a, round(x, 2) AS b, floor(x) AS c, ceil(x) AS d, abs(n) AS e FROM t",
                "SELECT TRY_CAST(raw AS BIGINT) AS a, TRY_CAST(raw AS DOUBLE) AS b, TRY_CAST(raw AS DATE) AS c, TRY_CAST(raw AS BOOLEAN) AS d, TRY_CAST(raw AS INTEGER) AS e FROM t",
                "SELECT CAST(id AS VARCHAR) AS a, CAST(x AS VARCHAR) AS b, CAST(day AS VARCHAR) AS c, CAST(flag AS VARCHAR) AS d, CAST(1.50 AS VARCHAR) AS e FROM t",
                "SELECT TRY_CAST(x AS BIGINT) AS a, CAST(n AS DOUBLE) AS b, CAST(flag AS BIGINT) AS c, TRY_CAST(n AS INTEGER) AS d, CAST(2.5 AS BIGINT) AS e FROM t",
                "SELECT upper(name) AS a, lower(name) AS b, length(name) AS c, trim(name) AS d, ltrim(name) AS e, rtrim(name) AS f FROM t",
                "SELECT substr(name, 2, 3) AS a, substring(name, 1) AS b, left(name, 2) AS c, right(name, 2) AS d, replace(name, 'a', 'Å') AS e FROM t",
                "SELECT concat(name, '-', n) AS a, name || '/' || x AS b, concat_ws('; ', name, n, flag) AS c FROM t",
                "SELECT name LIKE '%a%' AS a, name NOT LIKE 'a%_c' AS b, starts_with(name, 's') AS c, contains(name, 'ß') AS d, ends_with(name, 'e') AS e FROM t",
                "SELECT regexp_matches(name, '[[:alpha:]]{3}') AS a, regexp_full_match(raw, '\\s*[0-9.]+\\s*') AS b, regexp_replace(name, '([a-z])', '<\\1>') AS c, regexp_extract(raw, '([0-9]+)[.-]([0-9]+)', 2) AS d FROM t",
                "SELECT coalesce(n, id, 0) AS a, nullif(n, 30) AS b, greatest(n, id) AS c, least(n, id) AS d, md5(raw) AS e FROM t",
                "SELECT year(day) AS a, month(day) AS b, day(day) AS c, date_diff('day', DATE '2026-01-01', day) AS d, day + 1 AS e FROM t WHERE id > 1",
                "SELECT CASE WHEN n > 10 THEN 'many' WHEN n IS NULL THEN 'none' END AS a, CASE n WHEN 30 THEN 1 ELSE 2 END AS b FROM t",
                "SELECT id FROM t WHERE n BETWEEN 0 AND 10 AND NOT flag IS NULL OR name IN ('Åsa', 'x')",
                "SELECT id FROM t WHERE n NOT IN (10, 30) AND day IS NOT DISTINCT FROM DATE '2026-01-01'",
                "SELECT id FROM t WHERE x > 1 OR x = 0",
                "SELECT id FROM t WHERE id IN (SELECT id FROM u) AND EXISTS (SELECT 1 FROM u WHERE u.id = t.id)",
                "SELECT id, (SELECT max(word) FROM u WHERE u.id = t.id) AS w FROM t",
                "SELECT id, id IN (SELECT id FROM u WHERE id IS NOT NULL) AS known FROM t",
                "SELECT name FROM t WHERE name = 'o''Hara \\ \"x\"'",
                "SELECT id, row_number() OVER (PARTITION BY flag ORDER BY n DESC, id, raw) AS r, rank() OVER (ORDER BY day) AS k, dense_rank() OVER (ORDER BY n NULLS FIRST) AS d FROM t",
                "SELECT id, lag(n) OVER (ORDER BY id, raw) AS a, lead(n, 2, 0) OVER (ORDER BY id, raw) AS b, first_value(name) OVER (PARTITION BY flag ORDER BY id, raw) AS c FROM t",
                "SELECT id, CAST(sum(n) OVER (ORDER BY id, raw ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS BIGINT) AS s, count(*) OVER (PARTITION BY flag) AS c FROM t WHERE id < 6",
                "SELECT true AS a, NULL AS b, 3000000000 AS c, 1e5 AS d, 'it''s' AS e, 0.10 AS f"
            })
    void givesTheSameRowsOnBothEngines(String sql) {
        assertThat(engines.inSpark(sql)).containsExactlyInAnyOrderElementsOf(engines.embedded(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SELECT CAST(strptime(raw, '%Y') AS DATE) AS d FROM t ! strptime() may not be used where Spark does the work; cut the date out",
                "SELECT DISTINCT ON (n) id FROM t ! DISTINCT ON may not",
                "SELECT id FROM t QUALIFY row_number() OVER (ORDER BY id) = 1 ! QUALIFY may not",
                "SELECT * REPLACE (n + 1 AS n) FROM t ! * REPLACE may not",
                "SELECT name LIKE raw AS a FROM t ! LIKE with the pattern of what is no text that stands there",
                "SELECT substr(name, -1) AS a FROM t ! ",
                "SELECT n % id AS a FROM t ! the remainder by the value of what is no number that stands there",
                "SELECT CAST(n AS DECIMAL(9, 2)) AS a FROM t ! a cast to DECIMAL may not be used where Spark does the work; cast to BIGINT",
                "SELECT id FROM t ORDER BY id LIMIT 2 OFFSET 1 ! OFFSET may not",
                "SELECT median(n) AS a FROM t ! median() may not",
                "SELECT t.id AS a FROM t ASOF JOIN u ON t.id >= u.id ! ASOF INNER JOIN may not",
                "SELECT n, flag, count(*) AS c FROM t GROUP BY ROLLUP (n, flag) ! GROUPING SETS may not",
                "SELECT id FROM t, range(3) ! table function may not",
                "SELECT first_value(n IGNORE NULLS) OVER (ORDER BY id) AS a FROM t ! IGNORE NULLS may not",
                "WITH RECURSIVE r AS (SELECT 1 AS a UNION ALL SELECT a + 1 FROM r WHERE a < 3) SELECT a FROM r ! may not"
            })
    void refusesWhatEnginesDoOtherwise(String sql, String reason) {
        assertThatThrownBy(() -> engines.inSpark(sql))
                .isInstanceOf(InvalidSql.class)
                .hasMessageContaining(reason == null ? "may not be used where Spark" : reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT CAST(raw AS BIGINT) AS a FROM t",
                "SELECT CAST(name AS DATE) AS a FROM t",
                "SELECT CAST(name AS BOOLEAN) AS a FROM t",
                "SELECT CAST(x AS BIGINT) AS a FROM t",
                "SELECT CAST(n AS INTEGER) AS a FROM t",
                "SELECT n * 9000000000000000 AS a FROM t"
            })
    void failsOnBothEngines(String sql) {
        assertThatThrownBy(() -> engines.embedded(sql)).isInstanceOf(InvalidSql.class);
        assertThatThrownBy(() -> engines.inSpark(sql)).isInstanceOf(InvalidSql.class);
    }
}
