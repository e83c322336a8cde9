package io.aifactory.provisioning.settings;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.provisioning.form.Form;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how the files of a dataset are written, where they don't show it themselves. */
final class FileForms {

    private static final List<String> KEYS =
            List.of("delimiter", "quote", "encoding", "decimal", "header", "columns", "sheet");
    private static final int LONGEST_COLUMN = 100;
    private static final int MOST_COLUMNS = 1_000;
    private static final int LONGEST_SHEET = 31;

    private FileForms() {}

    /** Returns the form within a dataset; absent if nothing is said. */
    static @Nullable FileForm read(Form dataset) {
        if (!dataset.has("form")) {
            return null;
        }
        Form form = dataset.section("form").knowing(KEYS);
        var read = new FileForm(
                form.exactText("delimiter"),
                form.exactText("quote"),
                form.text("encoding"),
                form.text("decimal"),
                form.flag("header"),
                form.parsedList("columns", column -> column),
                form.text("sheet"));
        check(form, read);
        return read;
    }

    private static void check(Form form, FileForm read) {
        checkCharacters(form, read.delimiter(), read.quote());
        checkEncoding(form, read.encoding());
        if (read.decimal() != null && !List.of(".", ",").contains(read.decimal())) {
            form.refuse("decimal", "is '%s', neither '.' nor ','".formatted(read.decimal()));
        }
        checkColumns(form, read);
        if (read.sheet() != null && (read.sheet().isEmpty() || read.sheet().length() > LONGEST_SHEET)) {
            form.refuse("sheet", "is no name of a sheet; those have 1 to %d characters".formatted(LONGEST_SHEET));
        }
    }

    private static void checkCharacters(Form form, @Nullable String delimiter, @Nullable String quote) {
        if (delimiter != null && !isSeparator(delimiter)) {
            form.refuse(
                    "delimiter",
                    "is '%s', not one ASCII character that is no letter, digit, quote or line break; a tabulator is written \\t"
                            .formatted(delimiter));
        }
        if (quote != null && !quote.isEmpty() && !isSeparator(quote) && !quote.matches("[\"']")) {
            form.refuse("quote", "is '%s', not one ASCII character, such as ', or empty for none".formatted(quote));
        } else if (quote != null && quote.equals(delimiter)) {
            form.refuse("quote", "is '%s', which is the delimiter".formatted(quote));
        }
    }

    private static boolean isSeparator(String text) {
        return text.matches("[\\t -~&&[^\\p{Alnum}\"']]");
    }

    private static void checkEncoding(Form form, @Nullable String encoding) {
        if (encoding != null && !isKnown(encoding)) {
            form.refuse(
                    "encoding",
                    "is '%s', which is no encoding known here; usual are UTF-8, UTF-16, windows-1252 and ISO-8859-1"
                            .formatted(encoding));
        }
    }

    private static boolean isKnown(String encoding) {
        try {
            return Charset.isSupported(encoding);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void checkColumns(Form form, FileForm read) {
        Set<String> seen = new HashSet<>();
        for (String column : read.columns()) {
            if (column.isEmpty() || column.length() > LONGEST_COLUMN) {
                form.refuse(
                        "columns", "has a name that is empty or longer than %d characters".formatted(LONGEST_COLUMN));
            } else if (!seen.add(column)) {
                form.refuse("columns", "names '%s' twice".formatted(column));
            }
        }
        if (read.columns().size() > MOST_COLUMNS) {
            form.refuse("columns", "has more than %d names".formatted(MOST_COLUMNS));
        }
        if (!read.columns().isEmpty() && Boolean.TRUE.equals(read.header())) {
            form.refuse("columns", "is for files without a header, and header is true");
        }
    }
}
