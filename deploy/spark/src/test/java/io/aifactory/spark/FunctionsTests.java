package io.aifactory.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link Functions}: what Spark makes with them, beside what DuckDB makes of the same values. */
class FunctionsTests {

    private static final List<String> TEXTS = List.of(
            "12",
            "+12",
            "-12",
            "12.7",
            "12.5",
            "-12.5",
            "13.5",
            "12.49",
            "1e3",
            "1.5e3",
            "1e-1",
            "5e-1",
            " 12 ",
            "\t12",
            "12\n",
            "12\u00a0",
            "0x10",
            "0XfF",
            "0b11",
            "1_000",
            "1__0",
            "1_",
            "_1",
            "1.",
            ".5",
            "-.5",
            "+.5",
            ".",
            "",
            "-",
            "+",
            "1e",
            "e5",
            "1,5",
            "nan",
            "NaN",
            "inf",
            "-inf",
            "Infinity",
            "infinity",
            "1e400",
            "-1e400",
            "1e-400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "9223372036854775807.4",
            "0012",
            "1 2",
            "1d",
            "1L",
            "1.5.2",
            "99999999999999999999999",
            "1e18",
            "1e19",
            "0.5",
            "1.5",
            "2.5",
            "0.49999999999999999999",
            "1E+3",
            "- 5",
            "true",
            "TRUE",
            "t",
            "T",
            "yes",
            "y",
            "Y",
            "1",
            "0",
            "no",
            "n",
            "f",
            "false",
            "on",
            "off",
            " true",
            "2",
            "1.0",
            "0x1_0",
            "0x_1",
            "0b1_1",
            "-0x10",
            "+0x10",
            "0x",
            "0b2",
            "0o17",
            "1.5_0",
            "1_0.5",
            "1e1_0",
            "1.e2",
            ".e2",
            "1e1.5",
            "+nan",
            "+inf",
            "INF",
            "infinit",
            "1e5000",
            "-0",
            "-0.0",
            "15e-1",
            "25e-1",
            "149e-2",
            "99999e-5",
            "1.45e1",
            "12.50000000000000000000000000001",
            "4.9e-324",
            "1.7976931348623159e308",
            "１２",
            "9223372036854775807.5",
            "-9223372036854775808.5",
            "1_000.000_1",
            "0x1p3");

    private static final List<String> DAYS = List.of(
            "2026-01-02",
            "2026-1-2",
            "2026-01-02 ",
            "  2026-01-02",
            "2026-01-02 10:00:00",
            "2026-01-02T10:00:00Z",
            "2026-01-02 10:00:00+02",
            "2026/01/02",
            "2026-01",
            "2026",
            "20260102",
            "2026-02-30",
            "2024-02-29",
            "9999-12-31",
            "2026\\01\\02",
            "2026 01 02",
            "2026-01-02x",
            "2026-01-02 x",
            "2026-001-02",
            "2026-13-01",
            "2026/01-02",
            "2026-01-02-",
            "2026-01-2x",
            "2026-1-",
            "2026-01-0a",
            "2026-01-02T",
            "2026-01-02 25:00",
            "2026-01-02BC",
            "2026- 01-02",
            "2026.01.02",
            "+2026-01-02",
            "26-1-2",
            "0026-01-02",
            "1582-10-10",
            "1500-02-29",
            "12026-01-02",
            "12",
            "",
            "x");

    private static final List<String> WORDS = List.of(
            "straße", "ÅÄÖ", "İstanbul", "ǆ", "ﬁ", "ΌΣΟΣ", "日本", "😀", "aXa", "a.b", "a\nb", "12-34", "2026-01-02", "");

    private static final List<String> DOUBLES = List.of(
            "0",
            "-0.0",
            "1",
            "1000",
            "0.5",
            "12.5",
            "13.5",
            "-12.5",
            "0.1",
            "0.0001",
            "0.00012",
            "1e-5",
            "2.5e-7",
            "1e15",
            "1e16",
            "1.5e16",
            "123456789012345680",
            "1e20",
            "1e21",
            "1e23",
            "2e-3",
            "1e100",
            "5e-324",
            "1.7976931348623157e308",
            "nan",
            "inf",
            "-inf",
            "0.285",
            "2.345",
            "2.675",
            "1.005",
            "-2.5",
            "9007199254740993",
            "9.2e18",
            "9.3e18",
            "3.3333333333333335",
            "123456.789",
            "8.41E21",
            "2.2250738585072014E-308",
            "9.999999999999999e22",
            "1125899906842633.25");

    private static SparkSession spark;
    private static Connection duckdb;

    @BeforeAll
    static void start() throws SQLException {
        System.setProperty("spark.master", "local[2]");
        System.setProperty("spark.sql.shuffle.partitions", "2");
        spark = Sessions.start();
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void stop() throws SQLException {
        spark.stop();
        duckdb.close();
    }

    static Stream<Arguments> ofTexts() {
        return Stream.of(
                Arguments.of("TRY_CAST(v AS BIGINT)", "embedded_bigint(v, 'string')"),
                Arguments.of("TRY_CAST(v AS DOUBLE)", "embedded_double(v, 'string')"),
                Arguments.of("TRY_CAST(v AS BOOLEAN)", "embedded_boolean(v, 'string')"),
                Arguments.of("upper(v)", "embedded_upper(v)"),
                Arguments.of("lower(v)", "embedded_lower(v)"),
                Arguments.of("regexp_full_match(v, '[0-9]+')", "regexp_full_match(v, '[0-9]+')"),
                Arguments.of("regexp_full_match(v, '.*')", "regexp_full_match(v, '.*')"),
                Arguments.of("regexp_full_match(v, '\\s*[[:alpha:]]+')", "regexp_full_match(v, '\\\\s*[[:alpha:]]+')"),
                Arguments.of("regexp_matches(v, '^.$')", "embedded_regexp_matches(v, '^.$')"),
                Arguments.of("regexp_matches(v, '(?i)A')", "embedded_regexp_matches(v, '(?i)A')"),
                Arguments.of(
                        "regexp_replace(v, '([0-9])', '<\\1>')", "embedded_regexp_replace(v, '([0-9])', '<\\\\1>')"),
                Arguments.of("regexp_replace(v, '-', '\\x')", "embedded_regexp_replace(v, '-', '\\\\x')"),
                Arguments.of("regexp_replace(v, '-', '\\2')", "embedded_regexp_replace(v, '-', '\\\\2')"),
                Arguments.of("regexp_replace(v, '-', '\\')", "embedded_regexp_replace(v, '-', '\\\\')"),
                Arguments.of("regexp_replace(v, '-', '\\\\\\0')", "embedded_regexp_replace(v, '-', '\\\\\\\\\\\\0')"),
                Arguments.of("regexp_extract(v, '-', 3)", "embedded_regexp_extract(v, '-', 3)"),
                Arguments.of("regexp_replace(v, '-', '$')", "embedded_regexp_replace(v, '-', '$')"),
                Arguments.of(
                        "regexp_extract(v, '([0-9]+)-([0-9]+)', 2)",
                        "embedded_regexp_extract(v, '([0-9]+)-([0-9]+)', 2)"),
                Arguments.of("length(v)", "length(v)"),
                Arguments.of("md5(v)", "md5(v)"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofTexts")
    void readsTexts(String embedded, String ours) throws SQLException {
        List<String> texts = Stream.of(TEXTS, DAYS, WORDS).flatMap(List::stream).toList();

        assertThat(inSpark(ours, texts, "STRING")).isEqualTo(inDuckDb(embedded, texts, "VARCHAR"));
    }

    @Test
    void readsDays() throws SQLException {
        assertThat(inSpark("embedded_date(v, 'string')", DAYS, "STRING"))
                .isEqualTo(inDuckDb("TRY_CAST(v AS DATE)", DAYS, "VARCHAR"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinity", "-inf", " Epoch ", "-0044-03-15", "0000-01-01", "0044-03-15 (BC)"})
    void refusesDaysThatSparkHasNot(String day) {
        assertThatThrownBy(() -> inSpark("embedded_date(v, 'string')", List.of(day), "STRING"))
                .satisfies(e -> assertThat(Failure.of((Exception) e)).satisfies(failure -> {
                    assertThat(failure.query()).isTrue();
                    assertThat(failure.reason()).contains(day.strip());
                }));
    }

    static Stream<Arguments> ofDoubles() {
        return Stream.of(
                Arguments.of("CAST(v AS VARCHAR)", "embedded_text(CAST(v AS STRING), typeof(v))"),
                Arguments.of("TRY_CAST(v AS BIGINT)", "embedded_bigint(CAST(v AS STRING), typeof(v))"),
                Arguments.of("round(v)", "embedded_round(v, 0)"),
                Arguments.of("round(v, 2)", "embedded_round(v, 2)"),
                Arguments.of("round(v, -400)", "embedded_round(v, -400)"),
                Arguments.of("round(v, 400)", "embedded_round(v, 400)"),
                Arguments.of("round(v, -308)", "embedded_round(v, -308)"),
                Arguments.of("TRY_CAST(v AS BOOLEAN)", "embedded_boolean(CAST(v AS STRING), typeof(v))"),
                Arguments.of("round(v, -1)", "embedded_round(v, -1)"),
                Arguments.of("floor(v)", "embedded_floor(v)"),
                Arguments.of("ceil(v)", "embedded_ceil(v)"),
                Arguments.of("nullif(v, 0) / 0", "embedded_divide(nullif(v, 0), CAST(0 AS DOUBLE))"),
                Arguments.of("v / 3", "embedded_divide(v, CAST(3 AS DOUBLE))"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ofDoubles")
    void countsDoubles(String embedded, String ours) throws SQLException {
        assertThat(inSpark(ours, DOUBLES, "DOUBLE")).isEqualTo(inDuckDb(embedded, DOUBLES, "DOUBLE"));
    }

    @Test
    void putsTogetherWhatIsCast() {
        assertThat(spark.sql(
                                "SELECT CAST('007' AS BIGINT) AS a UNION ALL SELECT 1 UNION ALL SELECT CAST(NULL AS INT) UNION ALL SELECT NULL")
                        .collectAsList())
                .hasSize(4);
    }

    @Test
    void knowsEveryLetter() throws SQLException {
        var differing = new ArrayList<String>();
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(
                        "SELECT c, upper(c), lower(c) FROM (SELECT chr(CAST(i AS INTEGER)) AS c FROM range(1, 1114112) AS t(i) WHERE NOT (i BETWEEN 55296 AND 57343))")) {
            while (result.next()) {
                String letter = result.getString(1);
                if (!Texts.upper(letter).equals(result.getString(2))
                        || !Texts.lower(letter).equals(result.getString(3))) {
                    differing.add(letter);
                }
            }
        }

        assertThat(differing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.1, 0.2, 0.4",
                "0.1, 0.1, 0.2",
                "1.005, 2.345, 7.777",
                "9007199254740993, 1",
                "1, 2",
                "-0.5, 0.3"
            })
    void findsAverages(String numbers) throws SQLException {
        String values = "(" + numbers.replace(", ", "), (") + ")";
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery("SELECT avg(v) FROM (VALUES %s) AS t(v)".formatted(values))) {
            result.next();
            assertThat(spark.sql(
                                    "SELECT embedded_average(CAST(sum(v) AS STRING), typeof(sum(v)), count(v)) FROM VALUES %s AS t(v)"
                                            .formatted(values))
                            .head()
                            .getDouble(0))
                    .isEqualTo(result.getDouble(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "embedded_text(CAST(v AS STRING), typeof(v)) FROM (SELECT DATE '2026-01-05' - DATE '2026-01-01' AS v)",
                "embedded_text(CAST(v AS STRING), typeof(v)) FROM (SELECT DATE '0000-01-05' AS v)",
                "embedded_to_round(CAST(v AS STRING), typeof(v), 'round') FROM (SELECT 1.005 AS v)",
                "embedded_to_round(CAST(v AS STRING), typeof(v), 'round') FROM (SELECT 9007199254740993 AS v)",
                "embedded_to_round(CAST(v AS STRING), typeof(v), 'floor') FROM (SELECT 1.5 AS v)",
                "raise_error('it is so')",
                "embedded_double('-nan', 'string')",
                "'007' AS a UNION ALL SELECT 1",
                "1 AS a UNION SELECT '007'",
                "'007' AS a EXCEPT SELECT 7",
                "'2026-01' AS a INTERSECT SELECT DATE '2026-01-01'",
                "(SELECT v FROM VALUES (1), (2) AS t(v))",
                "CAST('1.0000000000' AS DECIMAL(38, 10)) * CAST('10000000000000000000000000000.0000000000' AS DECIMAL(38, 10))"
            })
    void failsRatherThanToDiffer(String select) {
        assertThatThrownBy(() -> spark.sql("SELECT " + select).collectAsList())
                .satisfies(e -> assertThat(Failure.of((Exception) e).query()).isTrue());
    }

    private static List<String> inSpark(String expression, List<String> values, String type) {
        var results = new ArrayList<String>();
        String rows = String.join(
                ", ",
                values.stream()
                        .map(value -> "('" + value.replace("\\", "\\\\") + "')")
                        .toList());
        spark.sql(
                        "SELECT embedded_text(CAST(r AS STRING), typeof(r)) FROM (SELECT %s AS r FROM (SELECT CAST(v AS %s) AS v FROM VALUES %s AS t(v)))"
                                .formatted(expression, type, rows))
                .collectAsList()
                .forEach(row -> results.add(values.get(results.size()) + " -> " + row.get(0)));
        return results;
    }

    private static List<String> inDuckDb(String expression, List<String> values, String type) throws SQLException {
        var results = new ArrayList<String>();
        String rows = String.join(
                ", ", values.stream().map(value -> "('" + value + "')").toList());
        try (var statement = duckdb.createStatement();
                var result = statement.executeQuery(
                        "SELECT CAST(r AS VARCHAR) FROM (SELECT %s AS r FROM (SELECT CAST(v AS %s) AS v FROM (VALUES %s) AS t(v)))"
                                .formatted(expression, type, rows))) {
            while (result.next()) {
                results.add(values.get(results.size()) + " -> " + result.getString(1));
            }
        }
        return results;
    }
}
