package io.aifactory.lake.engine.reading;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values out of a record. A quote opens a value only where the value begins; elsewhere it is text. Spaces around a
 * quoted value are not part of it.
 */
final class CsvFields {

    /** No record has it. */
    private static final char NONE = '\0';

    private CsvFields() {}

    static List<String> split(String record, char delimiter, @Nullable Character quote) {
        char mark = quote == null ? NONE : quote;
        var fields = new ArrayList<String>();
        int at = 0;
        while (at <= record.length()) {
            int begin = afterSpaces(record, at, delimiter);
            boolean quoted = begin < record.length() && record.charAt(begin) == mark;
            int end = quoted ? afterQuoted(record, begin, mark) : at;
            int next = record.indexOf(delimiter, end);
            int stop = next < 0 ? record.length() : next;
            String rest = record.substring(end, stop);
            fields.add(quoted ? unquoted(record, begin, end, mark) + (rest.isBlank() ? "" : rest) : rest);
            at = stop + 1;
        }
        return fields;
    }

    private static int afterSpaces(String record, int start, char delimiter) {
        int at = start;
        while (delimiter != ' ' && at < record.length() && record.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** Returns where a quoted value ends; the record's end if its quote is not closed. */
    private static int afterQuoted(String record, int start, char quote) {
        int at = record.indexOf(quote, start + 1);
        while (at >= 0 && at + 1 < record.length() && record.charAt(at + 1) == quote) {
            at = record.indexOf(quote, at + 2);
        }
        return at < 0 ? record.length() : at + 1;
    }

    private static String unquoted(String record, int start, int end, char quote) {
        boolean closed = end - 1 > start && record.charAt(end - 1) == quote;
        String content = record.substring(start + 1, closed ? end - 1 : end);
        String single = String.valueOf(quote);
        return content.replace(single + single, single);
    }
}
