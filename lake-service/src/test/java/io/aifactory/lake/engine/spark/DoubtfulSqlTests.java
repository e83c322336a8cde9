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

/** Tests for {@link CommonSql}, where one engine would take a query for something else than the other. */
class DoubtfulSqlTests {

    /** The key is not the first column; nothing is in every column once; the decimals have no double. */
    private static final Map<String, String> TABLES = Map.of(
            "t",
            """
            SELECT name, CAST(id AS BIGINT) AS id, raw, CAST(x AS DOUBLE) AS x, CAST(d AS DECIMAL(10, 3)) AS d, day FROM (VALUES
                ('b', 1, '007', 'nan', 1.005, DATE '2024-02-29'),
                ('a', 2, '12.5', '-2.5', 2.345, DATE '1582-10-10'),
                ('a', 2, '12.5', '-2.5', 2.345, DATE '1582-10-10'),
                ('ß', NULL, '0x1_0', 'inf', 7.777, NULL),
                (NULL, 9007199254740993, '1e-5', '1e16', NULL, DATE '9999-12-31'),
                ('😀', -4, '', NULL, -0.500, DATE '2026-01-05')) AS t(name, id, raw, x, d, day)""",
            "u",
            "SELECT word, CAST(id AS BIGINT) AS id FROM (VALUES ('one', 1), ('two', NULL), ('four', -4)) AS u(word, id)",
            "v",
            "SELECT word, CAST(id AS BIGINT) AS id FROM (VALUES ('one', 1), ('two', 2)) AS v(word, id)");

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
                "SELECT id, id IN (SELECT id FROM u) AS k FROM t",
                "SELECT id, id IN (SELECT id FROM v) AS k, 3 IN (SELECT id FROM v WHERE id > 5) AS l FROM t",
                "SELECT name FROM t WHERE (id NOT IN (SELECT id FROM u)) IS NULL",
                "SELECT name FROM t WHERE NOT (id IN (SELECT id FROM v) AND name = 'b')",
                "SELECT name FROM t WHERE id NOT IN (SELECT id FROM u)",
                "SELECT name FROM t WHERE id NOT IN (SELECT id FROM v) AND x > 0",
                "SELECT name FROM t WHERE id NOT IN (SELECT id FROM v) OR name = 'b'",
                "SELECT CASE WHEN id NOT IN (SELECT id FROM v) THEN 1 ELSE 0 END AS k FROM t",
                "SELECT name, (SELECT count(*) FROM u WHERE u.id = t.id) AS c FROM t",
                "SELECT name, word FROM t JOIN u USING (id)",
                "SELECT id, word FROM t FULL JOIN u USING (id)",
                "SELECT id, word FROM t RIGHT JOIN u USING (id)",
                "SELECT * FROM t JOIN u ON t.id = u.id JOIN v ON u.id = v.id WHERE v.word = u.word",
                "SELECT avg(d) AS a, avg(x) AS b FROM t WHERE x < 100",
                "SELECT avg(d) || '' AS a, avg(id) AS b, avg(DISTINCT d) AS c, avg(d) FILTER (WHERE id = 2) AS e FROM t",
                "SELECT avg(d) AS a FROM t WHERE id = 77",
                "SELECT name, avg(d) OVER (PARTITION BY name) AS a FROM t",
                "SELECT name, avg(id) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS a FROM t WHERE id < 5",
                "SELECT name, sum(d) AS s, min(d) AS l, max(day) AS m FROM t GROUP BY name",
                "SELECT d * 1.15 AS a, d + 0.1 AS b, d - id AS c, -d AS e, d * d AS f, d % 2 AS g FROM t WHERE id < 5",
                "SELECT d / 3 AS a, id / 7 AS b, x / 0 AS c, d / id AS e, 1 / 3 / 7 AS f FROM t",
                "SELECT round(CAST(d AS DOUBLE), 2) AS a, round(x, 1) AS b, round(x, -400) AS c, floor(id) AS e, ceil(x) AS f FROM t",
                "SELECT round(avg(d), 2) AS a, round(count(*) / 7, 3) AS b FROM t",
                "SELECT name || ',' || id || ',' || x || ',' || d || ',' || day || ',' || raw || ',' || name || ',' || id || ',' || x || ',' || d || ',' || day || ',' || raw AS a FROM t",
                "SELECT TRY_CAST(raw AS BIGINT) AS a, TRY_CAST(raw AS DOUBLE) AS b, TRY_CAST(upper(trim(raw)) AS INTEGER) AS c FROM t",
                "SELECT CAST(day AS DATE) AS a, CAST(d AS VARCHAR) AS b, CAST(d AS BIGINT) AS c, CAST(d AS BOOLEAN) AS e FROM t",
                "SELECT regexp_replace(name, '(a)|(b)', '[\\1\\2]') AS a, regexp_replace(name, 'a', '\\x') AS b, regexp_extract(name, 'a', 2) AS c FROM t",
                "SELECT name, id FROM t ORDER BY id * -1, name LIMIT 2",
                "SELECT name, -id AS n FROM t ORDER BY n, name LIMIT 2",
                "SELECT name, -id AS id FROM t ORDER BY id DESC, name LIMIT 2",
                "SELECT name, max(id) AS id FROM t GROUP BY name HAVING max(t.id) > 1",
                "SELECT DISTINCT x FROM t ORDER BY x DESC LIMIT 3",
                "SELECT x, rank() OVER (ORDER BY x DESC, d) AS r, dense_rank() OVER (ORDER BY name NULLS FIRST) AS e FROM t",
                "SELECT id, lag(name, 1, 'none') OVER (ORDER BY id, name) AS a, last_value(name) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS b FROM t WHERE id < 2",
                "SELECT id AS \"a\"\"b\", name AS \"Å c\" FROM t",
                "SELECT CAST(id AS VARCHAR) AS a FROM t UNION SELECT raw FROM t",
                "SELECT id FROM t UNION ALL SELECT d FROM t",
                "SELECT NULL AS a UNION ALL SELECT raw FROM t",
                "(SELECT id FROM t ORDER BY id LIMIT 1) UNION ALL (SELECT id FROM u ORDER BY id DESC LIMIT 1)",
                "SELECT id FROM t EXCEPT SELECT id FROM u EXCEPT SELECT id FROM v",
                "SELECT id FROM t INTERSECT ALL SELECT id FROM v",
                "SELECT name, count(*) AS c FROM t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 2",
                "SELECT x > 1 AS a, x = CAST('nan' AS DOUBLE) AS b, d > 2.3 AS c, d = 2.345 AS e, x IS DISTINCT FROM 1e16 AS f FROM t",
                "SELECT greatest(x, 1) AS a, least(x, d) AS b, greatest(d, NULL) AS c, nullif(x, x) AS e, abs(d) AS f FROM t",
                "SELECT name LIKE '_' AS a, name LIKE '%' AS b, raw LIKE '' AS c FROM t",
                "SELECT left(name, 0) AS a, right(raw, 2) AS b, substr(raw, 2, 0) AS c, substr(name, 1, 1) AS e, length(name) AS f FROM t",
                "SELECT concat(name, d, x, day) AS a, concat_ws(NULL, name) AS b, concat_ws(name, raw, d) AS c FROM t",
                "SELECT date_diff('day', day, DATE '2026-01-01') AS a, day - 1 AS b, year(day) * 100 + month(day) AS c FROM t WHERE id < 5",
                "SELECT day - DATE '2024-01-01' AS a FROM t",
                "SELECT -9223372036854775808 AS a, 2147483648 AS b, -5 - -5 AS c, 0.10 AS e, 1e300 AS f, .5 AS g"
            })
    void giveTheSameRows(String sql) {
        assertThat(engines.inSpark(sql)).containsExactlyInAnyOrderElementsOf(engines.embedded(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "SELECT * FROM t JOIN u USING (id) ! * over a join with USING may not",
                "SELECT t.* FROM t SEMI JOIN u USING (id) ! * over a join with USING may not",
                "SELECT raw FROM t UNION ALL SELECT id FROM u ! cast it to the same type in both",
                "SELECT name, -id AS id FROM t ORDER BY id + 0 ! ORDER BY of an expression with the name",
                "SELECT 1 AS a FROM t GROUP BY () ! GROUPING SETS may not",
                "SELECT regexp_replace(name, 'a', 'b', 'g') AS a FROM t ! regexp_replace() of 4 values may not",
                "SELECT regexp_matches(name, 'a', 'i') AS a FROM t ! regexp_matches() of 3 values may not",
                "SELECT round(d, 2) AS a FROM t ! cast it to DOUBLE",
                "SELECT round(id) AS a FROM t ! cast it to DOUBLE",
                "SELECT floor(d) AS a FROM t ! cast it to DOUBLE",
                "SELECT (day - DATE '2024-01-01') || 'x' AS a FROM t ! is one thing to one engine and another to Spark",
                "SELECT CAST(raw AS BIGINT) AS a FROM t ! Could not convert string '' to INT64"
            })
    void refuseWhatWouldDiffer(String sql, String reason) {
        assertThatThrownBy(() -> engines.inSpark(sql))
                .isInstanceOf(InvalidSql.class)
                .hasMessageContaining(reason);
    }
}
