package io.aifactory.localbus.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One message for all: {@code color = 'red'}, {@code size = 7}, {@code weight = 2.5}, {@code fragile = true}. */
class SqlFilterTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1",
                "color = 'red'",
                "[color] = 'red' AND \"size\" = 7",
                "user.color = 'red'",
                "color <> 'blue' AND color != 'green'",
                "size > 6 AND size >= 7 AND size < 8 AND size <= 7",
                "weight = 2.50",
                "size > weight",
                "size + 1 = 8 AND size - 1 = 6 AND size * 2 = 14 AND size / 2 = 3.5 AND size % 4 = 3",
                "-size = -7",
                "(size + 1) * 2 = 16",
                "2 * (size + 1) = 16",
                "fragile = TRUE",
                "fragile",
                "NOT (fragile = false)",
                "color IN ('blue', 'red')",
                "color NOT IN ('blue', 'green')",
                "color LIKE 'r%'",
                "color LIKE '_ed'",
                "color NOT LIKE 'b%'",
                "path LIKE '100!%/%' ESCAPE '!'",
                "quote = 'it''s'",
                "missing IS NULL",
                "color IS NOT NULL",
                "EXISTS(color) AND NOT EXISTS(missing)",
                "exists ( sys.Label )",
                "sys.Label = 'greeting' AND sys.MessageId = 'm1'",
                "color = 'blue' OR color = 'red'",
                "color = 'blue' AND size = 1 OR fragile = true",
                "NOT color = 'blue' AND size = 7",
                "missing = 1 OR size = 7",
                "color = 'blue' and size = 7 or size in (7)",
                "(((color = 'red')))",
                "(color) = 'red'",
                "(size = 7) AND (color = 'red')",
            })
    void letsPass(String expression) {
        assertThat(matches(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=0",
                "color = 'RED'",
                "size = 8",
                "missing = 1",
                "missing <> 1",
                "NOT (missing = 1)",
                "missing IN (1, 2)",
                "missing NOT IN (1, 2)",
                "color NOT IN ('blue', missing)",
                "missing LIKE '%'",
                "missing NOT LIKE 'x'",
                "missing = 1 AND size = 7",
                "missing IS NOT NULL",
                "color IS NULL",
                "size = 'seven'",
                "size LIKE '7'",
                "size / 0 = 1",
                "color + 1 = 2",
                "color LIKE 'e'",
                "sys.CorrelationId = 'c1'",
                "size = NULL",
            })
    void keepsBack(String expression) {
        assertThat(matches(expression)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "color = | Expected a property or a value but found the end at position 8",
                "color 'red' | Expected AND, OR or the end but found 'red' at position 7",
                "color = 'red | Text without closing quote at position 9",
                "[color = 'red' | Name without closing quote at position 1",
                "color ~ 1 | Unexpected character '~' at position 7",
                "color IN () | Expected a property or a value but found ')' at position 11",
                "color IN ('a' 'b') | Expected ')' but found 'b' at position 15",
                "color NOT = 1 | Expected IN or LIKE but found '=' at position 11",
                "color LIKE red | Expected a pattern in quotes but found 'red' at position 12",
                "color LIKE 'a' ESCAPE '!!' | Expected one escape character but found '!!' at position 23",
                "sys.Colour = 1 | There is no system property 'Colour' at position 5",
                "their.color = 1 | Expected scope sys or user but found 'their' at position 1",
                "(color = 1 | Expected ')' but found the end at position 11",
                "color IS 1 | Expected NULL but found '1' at position 10",
                "size + 1 | Expected a comparison but found the end at position 9",
            })
    void saysWhatIsWrongAndWhere(String expression, String reason) {
        assertThatThrownBy(() -> SqlFilter.parse(expression))
                .isInstanceOf(FilterSyntaxError.class)
                .hasMessage(reason + " of: " + expression);
    }

    @Test
    void refusesAnEmptyExpression() {
        assertThatThrownBy(() -> SqlFilter.parse("  ")).isInstanceOf(FilterSyntaxError.class);
    }

    @Test
    void matchesACorrelationOnlyWhenEveryPropertyEquals() {
        CorrelationFilter filter = new CorrelationFilter(Map.of("label", "greeting"), Map.of("size", 7L));

        assertThat(filter.matches(message())).isTrue();
        assertThat(new CorrelationFilter(Map.of("label", "other"), Map.of()).matches(message()))
                .isFalse();
        assertThat(new CorrelationFilter(Map.of(), Map.of("missing", "x")).matches(message()))
                .isFalse();
    }

    private static boolean matches(String expression) {
        return SqlFilter.parse(expression).matches(message());
    }

    private static MessageProperties message() {
        Map<String, Object> application = new HashMap<>(
                Map.of("color", "red", "size", 7, "weight", 2.5, "fragile", true, "path", "100%/a", "quote", "it's"));
        Map<String, String> system = Map.of("label", "greeting", "messageid", "m1");
        return new MessageProperties() {
            @Override
            public Object system(String name) {
                return system.get(name);
            }

            @Override
            public Map<String, ?> application() {
                return application;
            }
        };
    }
}
