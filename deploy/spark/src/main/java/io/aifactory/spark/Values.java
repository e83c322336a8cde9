package io.aifactory.spark;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days and truth values as the embedded engine reads them. */
final class Values {

    /** What comes after the day does not matter, unless it is a digit. */
    private static final Pattern DAY =
            Pattern.compile("([0-9]{1,9})([-/\\\\ ])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9]).*", Pattern.DOTALL);

    private static final Pattern NO_DAY_OF_SPARK = Pattern.compile(
            "-?inf(inity)?|epoch|-[0-9]+-.*|0+-.*|.* [(]bc[)]", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Values() {}

    /** Returns text without the white space of ASCII around it. */
    static String stripped(String text) {
        return text.replaceAll("^[ \\t\\n\\x0b\\f\\r]+|[ \\t\\n\\x0b\\f\\r]+$", "");
    }

    /**
     * Returns a day; nothing if it is none.
     *
     * @throws IllegalArgumentException if it is one that the embedded engine has and Spark has not
     */
    static @Nullable LocalDate date(String value, String type) {
        String text = type.equals("date") && value.startsWith("+") ? value.substring(1) : stripped(value);
        if (NO_DAY_OF_SPARK.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' as a day is one thing to one engine and another to Spark".formatted(text));
        }
        var day = DAY.matcher(text);
        if (!day.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(3)), Integer.parseInt(day.group(4)));
        } catch (DateTimeException e) { // such as the 30th of February
            return null;
        }
    }

    /** Returns a truth value; nothing if it is none. */
    static @Nullable Boolean truth(String value, String type) {
        if (isNumber(type)) {
            return Double.parseDouble(value) != 0;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1" -> true;
            case "false", "f", "no", "n", "0" -> false;
            default -> null;
        };
    }

    private static boolean isNumber(String type) {
        return type.endsWith("int") || type.equals("double") || type.equals("float") || type.startsWith("decimal");
    }
}
