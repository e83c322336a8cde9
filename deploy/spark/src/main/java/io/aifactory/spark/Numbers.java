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
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX]([0-9a-fA-F]+)");
    private static final Pattern BINARY = Pattern.compile("0[bB]([01]+)");
    private static final int SIXTEEN = 16;

    /** What has more digits before the point than any number here needs not be spelled out. */
    private static final int LARGEST_EXPONENT = 400;

    private Numbers() {}

    /** Returns a whole number; nothing if it is none, or too large. Halves go away from zero, of doubles to the even one. */
    static @Nullable Long whole(String value, String type) {
        return switch (type) {
            case "boolean" -> value.equals("true") ? 1L : 0L;
            case "double", "float" -> ofDouble(Double.parseDouble(value));
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
            return inRange(new BigInteger(hexadecimal.group(1), SIXTEEN));
        }
        var binary = BINARY.matcher(text);
        if (binary.matches()) {
            return inRange(new BigInteger(binary.group(1), 2));
        }
        BigDecimal number = decimal(text);
        return number == null || number.precision() - (long) number.scale() > LARGEST_EXPONENT
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

    /** Returns a number with a fraction; nothing if it is none. */
    static @Nullable Double fraction(String value, String type) {
        if (type.equals("boolean")) {
            return value.equals("true") ? 1.0 : 0.0;
        }
        String text = Values.stripped(value);
        String plain = UNDERSCORE.matcher(text).replaceAll("");
        return DECIMAL.matcher(plain).matches() ? Double.valueOf(plain) : special(text.toLowerCase(Locale.ROOT));
    }

    private static @Nullable Double special(String text) {
        return switch (text) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /**
     * Returns a number rounded to so many places, halves away from zero, by way of the number times a power of ten. What has no
     * end stays as it is, and is nothing when it is rounded to tens and more.
     */
    static Double rounded(Double number, Integer places) {
        double power = Math.pow(10, Math.abs(places));
        double shifted = places < 0 ? number / power : number * power;
        if (Double.isNaN(shifted) || Double.isInfinite(shifted)) {
            return places < 0 ? 0.0 : number;
        }
        double whole = Math.copySign(Math.floor(Math.abs(shifted)), shifted);
        double rest = Math.abs(shifted - whole);
        double result = rest >= 0.5 ? whole + Math.copySign(1, shifted) : whole;
        return places < 0 ? result * power : result / power;
    }
}
