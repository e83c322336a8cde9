package io.aifactory.spark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as the embedded engine reads them. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern UNDERSCORE = Pattern.compile("(?<=[0-9])_(?=[0-9])");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)");
    private static final Pattern BINARY = Pattern.compile("0[bB]([01]+(?:_[01]+)*)");
    private static final int SIXTEEN = 16;

    /** What has more digits before the point than any number here needs not be spelled out. */
    private static final int LARGEST_EXPONENT = 400;

    private Numbers() {}

    /** Returns a whole number; nothing if it is none, or too large. Halves go away from zero, of doubles to the even one. */
    static @Nullable Long whole(String value, String type) {
        return switch (type) {
            case "boolean" -> value.equals("true") ? 1L : 0L;
            case "double" -> ofDouble(Double.parseDouble(value));
            case "float" -> ofDouble(Float.parseFloat(value));
            default -> ofText(Values.stripped(value));
        };
    }

    private static @Nullable Long ofDouble(double number) {
        double rounded = Math.rint(number);
        return rounded >= Long.MIN_VALUE && rounded < -(double) Long.MIN_VALUE ? (long) rounded : null;
    }

    private static @Nullable Long ofText(String text) {
        var hexadecimal = HEXADECIMAL.matcher(text);
        if (hexadecimal.matches()) {
            return inRange(new BigInteger(hexadecimal.group(1).replace("_", ""), SIXTEEN));
        }
        var binary = BINARY.matcher(text);
        if (binary.matches()) {
            return inRange(new BigInteger(binary.group(1).replace("_", ""), 2));
        }
        BigDecimal number = decimal(text);
        return number == null ? null : rounded(number);
    }

    private static @Nullable Long rounded(BigDecimal number) {
        long digits = number.precision() - (long) number.scale();
        if (digits < 0) {
            return 0L;
        }
        return digits > LARGEST_EXPONENT
                ? null
                : inRange(number.setScale(0, RoundingMode.HALF_UP).unscaledValue());
    }

    private static @Nullable Long inRange(BigInteger number) {
        return number.bitLength() < Long.SIZE ? number.longValue() : null;
    }

    private static @Nullable BigDecimal decimal(String text) {
        String plain = UNDERSCORE.matcher(text).replaceAll("");
        if (!DECIMAL.matcher(plain).matches()) {
            return null;
        }
        try {
            return new BigDecimal(plain);
        } catch (NumberFormatException e) { // an exponent that no decimal has
            return null;
        }
    }

    /**
     * Returns a number with a fraction; nothing if it is none.
     *
     * @throws IllegalArgumentException if it is one that the embedded engine has and Spark has not
     */
    static @Nullable Double fraction(String value, String type) {
        if (type.equals("boolean")) {
            return value.equals("true") ? 1.0 : 0.0;
        }
        if (type.equals("float")) {
            return (double) Float.parseFloat(value);
        }
        String text = Values.stripped(value);
        String plain = UNDERSCORE.matcher(text).replaceAll("");
        return DECIMAL.matcher(plain).matches() ? Double.valueOf(plain) : special(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Double special(String text) {
        return switch (text) {
            case "nan", "+nan" -> Double.NaN;
            case "-nan" ->
                throw new IllegalArgumentException(
                        "'-nan' as a number has a sign to one engine, and to Spark it has none");
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /**
     * Returns a number with a fraction that a function is to round. Of others, the embedded engine keeps the type.
     *
     * @throws IllegalArgumentException if it is none
     */
    static @Nullable Double toRound(String value, String type, String function) {
        boolean isWhole = type.equals("int") || type.equals("bigint");
        if (type.equals("double") || type.equals("float") || (isWhole && !function.equals("round"))) {
            return fraction(value, type);
        }
        throw new IllegalArgumentException(
                "%s() of %s, a value of type %s, may not be used where Spark does the work; cast it to DOUBLE"
                        .formatted(function, value, type));
    }

    /**
     * Returns an average: a sum by a count, the digits of a decimal as a whole number by as much more.
     *
     * @param type the type of the sum
     */
    static Double average(String sum, String type, Long count) {
        if (type.startsWith("decimal")) {
            var exact = new BigDecimal(sum);
            return exact.unscaledValue().doubleValue() / (count * Math.pow(10, exact.scale()));
        }
        return Double.parseDouble(sum) / count;
    }

    /**
     * Returns a number rounded to so many places, halves away from zero, by way of the number times a power of ten. What has no
     * end stays as it is, and is nothing when it is rounded to tens and more.
     */
    static Double rounded(Double number, Integer places) {
        double power = Math.pow(10, Math.abs(places));
        double shifted = places < 0 ? number / power : number * power;
        if (!Double.isFinite(shifted)) {
            return places < 0 ? 0.0 : number;
        }
        double whole = Math.copySign(Math.floor(Math.abs(shifted)), shifted);
        double rest = Math.abs(shifted - whole);
        double result = rest >= 0.5 ? whole + Math.copySign(1, shifted) : whole;
        double back = places < 0 ? result * power : result / power;
        if (Double.isFinite(back)) {
            return back;
        }
        return places < 0 ? 0.0 : number;
    }
}
