package io.aifactory.contracts.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.DatasetName;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The patterns of the names that stand in lake paths and have no type of their own in events. */
final class Names {

    static final String FILE = "[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M} ._()@=+,&-]{0,199}";
    static final String EXPECTED_FILE =
            "a file name of letters, digits, blanks and ._()@=+,&- that starts with a letter, digit or underscore";
    static final String RUN = "(?!v\\d+$|1_latest$|Train$|Validate$|Test$)[A-Za-z0-9][A-Za-z0-9_-]{0,99}";
    static final String EXPECTED_RUN = "a run id of letters, digits, _ and - that is no version and no reserved folder";
    static final String CALLER = "[A-Za-z0-9][A-Za-z0-9._@-]{0,99}";
    static final String EXPECTED_CALLER = "a caller id of letters, digits and ._@-";
    static final String BUILD = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    static final String EXPECTED_BUILD = "a build id of letters, digits and ._-";
    static final String MASTER = "(?!in$|out$|gold$|bronze$|silver$)[a-z0-9][a-z0-9_]{0,59}";
    static final String EXPECTED_MASTER = "a lower-case name of letters, digits and _ that is no reserved folder";
    static final String NUMBER = "0|[1-9]\\d{0,8}";

    private static final int LONGEST_FILE_BYTES = 240;
    private static final int GREATEST_NUMBER = 999_999_999;

    private Names() {}

    static void require(String kind, String value, String pattern, String expected) {
        if (!value.matches(pattern)) {
            throw new InvalidLakePath(value, kind + " is not " + expected);
        }
    }

    static void requireFile(String value) {
        require("the file name", value, FILE, EXPECTED_FILE);
        if (value.getBytes(UTF_8).length > LONGEST_FILE_BYTES) {
            throw new InvalidLakePath(value, "the file name is longer than %d bytes".formatted(LONGEST_FILE_BYTES));
        }
    }

    static void requireNumber(String kind, int value, int least) {
        if (value < least || value > GREATEST_NUMBER) {
            throw new InvalidLakePath(
                    String.valueOf(value), "the %s is not %d to %d".formatted(kind, least, GREATEST_NUMBER));
        }
    }

    static void requireSource(DatasetName dataset) {
        if (dataset.equals(DatasetName.GOLD)) {
            throw new InvalidLakePath(dataset.value(), "gold is no source dataset");
        }
    }

    static void requireDate(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > 9999) {
            throw new InvalidLakePath(date.toString(), "the year is not 0001 to 9999");
        }
    }

    static String folderOf(LocalDate date) {
        return date.format(DateTimeFormatter.ofPattern("uuuu/MM/dd", Locale.ROOT));
    }
}
