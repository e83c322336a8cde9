package io.aifactory.local.scoring;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated text (RFC 4180): quoted values may hold commas, line breaks and doubled quotes. */
public final class CsvLines {

    private final String text;
    private final List<List<String>> lines = new ArrayList<>();
    private List<String> line = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private int position;

    private CsvLines(String text) {
        this.text = text;
    }

    /** Returns the values of each line that has any. */
    public static List<List<String>> of(String text) {
        return new CsvLines(text).read();
    }

    private List<List<String>> read() {
        while (position < text.length()) {
            var character = text.charAt(position++);
            switch (character) {
                case '"' -> readQuoted();
                case ',' -> endValue();
                case '\n' -> endLine();
                case '\r' -> {}
                default -> value.append(character);
            }
        }
        endLine();
        return lines;
    }

    private void readQuoted() {
        while (position < text.length()) {
            var character = text.charAt(position++);
            var doubled = character == '"' && position < text.length() && text.charAt(position) == '"';
            if (doubled) {
                position++;
            } else if (character == '"') {
                return;
            }
            value.append(character);
        }
    }

    private void endValue() {
        line.add(value.toString());
        value.setLength(0);
    }

    private void endLine() {
        endValue();
        if (line.size() > 1 || !line.get(0).isEmpty()) {
            lines.add(line);
        }
        line = new ArrayList<>();
    }
}
