package io.aifactory.spark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** Text as the embedded engine writes it. */
final class Texts {

    private static final Set<String> SAME =
            Set.of("string", "boolean", "tinyint", "smallint", "int", "bigint", "timestamp_ntz");
    private static final int MOST_DIGITS = 17;
    private static final int FIRST_LARGE_EXPONENT = 16;
    private static final int LAST_SMALL_EXPONENT = -5;

    private Texts() {}

    /** Returns a value as text. */
    static String written(String value, String type) {
        if (type.startsWith("decimal") || SAME.contains(type)) {
            return value;
        }
        return switch (type) {
            case "double", "float" -> written(Double.parseDouble(value));
            case "date" -> day(value);
            default ->
                throw new IllegalArgumentException(
                        "%s as text, a value of type %s, is one thing to one engine and another to Spark"
                                .formatted(value, type));
        };
    }

    private static String day(String value) {
        if (value.startsWith("-") || value.startsWith("0000")) {
            throw new IllegalArgumentException(
                    "'%s' as text is one thing to one engine and another to Spark".formatted(value));
        }
        return value.startsWith("+") ? value.substring(1) : value;
    }

    /** The fewest digits that stand for the number; from {@code 1e+16} on, and below {@code 0.0001}, with an exponent. */
    private static String written(double number) {
        if (Double.isNaN(number)) {
            return "nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? "inf" : "-inf";
        }
        if (number == 0) {
            return 1 / number > 0 ? "0.0" : "-0.0";
        }
        BigDecimal shortest = shortest(number);
        int exponent = shortest.precision() - shortest.scale() - 1;
        return exponent >= FIRST_LARGE_EXPONENT || exponent <= LAST_SMALL_EXPONENT
                ? withExponent(shortest, exponent)
                : withPoint(shortest);
    }

    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    private static String withPoint(BigDecimal number) {
        String plain = number.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String withExponent(BigDecimal number, int exponent) {
        String digits = number.unscaledValue().abs().toString();
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return "%s%se%s%02d"
                .formatted(number.signum() < 0 ? "-" : "", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    /** Returns text in capitals, character by character. */
    static String upper(String text) {
        return mapped(text, c -> RecentLetters.CAPITALS.getOrDefault(c, Character.toUpperCase(c)));
    }

    /** Returns text in small letters, character by character. */
    static String lower(String text) {
        return mapped(text, c -> RecentLetters.SMALL.getOrDefault(c, Character.toLowerCase(c)));
    }

    private static String mapped(String text, IntUnaryOperator character) {
        int[] mapped = text.codePoints().map(character).toArray();
        return new String(mapped, 0, mapped.length);
    }
}
