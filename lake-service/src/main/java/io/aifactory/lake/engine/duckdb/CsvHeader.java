package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first line of a CSV file: how its columns are called and what is between them.
 *
 * @param delimiter comma, semicolon, tabulator or bar
 * @param columns all columns by unique names; what is no data, such as an index of rows, by a name beginning with an underscore
 */
record CsvHeader(char delimiter, List<String> columns) {

    private static final int LONGEST_HEADER = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final String NUMBER = "[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?";

    /** Returns the columns that are data, in order. */
    List<String> names() {
        return columns.stream().filter(column -> !column.startsWith("_")).toList();
    }

    /** Returns whether a column is only the index that data frames write beside their rows. */
    static boolean isRowIndex(String column) {
        return column.matches("Unnamed: \\d+|__index_level_\\d+__");
    }

    static CsvHeader read(Path file) {
        String line = firstLine(file);
        char delimiter = DELIMITERS.stream()
                .max(Comparator.comparingInt(
                        candidate -> fields(line, candidate).size()))
                .orElseThrow();
        List<String> fields = fields(line, delimiter);
        requireNames(fields);
        return new CsvHeader(delimiter, columns(fields));
    }

    private static List<String> columns(List<String> fields) {
        var dropped = new ArrayList<Boolean>();
        var kept = new ArrayList<String>();
        for (int i = 0; i < fields.size(); i++) {
            boolean index =
                    isRowIndex(fields.get(i)) || (i == 0 && fields.get(i).isBlank() && fields.size() > 1);
            dropped.add(index);
            if (!index) {
                kept.add(fields.get(i));
            }
        }
        var names = ColumnNames.normaliseAll(kept).iterator();
        return Stream.iterate(0, i -> i + 1)
                .limit(fields.size())
                .map(i -> dropped.get(i) ? "_index_" + i : names.next())
                .toList();
    }

    private static void requireNames(List<String> fields) {
        List<String> numbers = fields.stream()
                .map(String::trim)
                .filter(field -> field.matches(NUMBER))
                .toList();
        if (!numbers.isEmpty()) {
            throw new UnreadableFile(
                    "it has no header: its first line has the number %s where a column's name should be"
                            .formatted(numbers.get(0)));
        }
    }

    private static String firstLine(Path file) {
        byte[] start = start(file);
        if (start.length == 0) {
            throw new UnreadableFile("it is empty");
        }
        requireText(start);
        String text = decode(start);
        int end = endOfLine(text);
        if (end < 0 && start.length == LONGEST_HEADER) {
            throw new UnreadableFile("its first line is longer than %d bytes".formatted(LONGEST_HEADER));
        }
        String line = end < 0 ? text : text.substring(0, end);
        if (line.isBlank()) {
            throw new UnreadableFile("it has no header: its first line is empty");
        }
        return line;
    }

    private static byte[] start(Path file) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(LONGEST_HEADER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireText(byte[] start) {
        for (byte character : start) {
            if (character >= 0 && character < ' ' && character != '\n' && character != '\r' && character != '\t') {
                throw new UnreadableFile("it is no text: it has the control character 0x%02x".formatted(character));
            }
        }
    }

    private static String decode(byte[] start) {
        int end = start.length;
        while (end > 0 && start.length == LONGEST_HEADER && start[end - 1] < 0) {
            end--; // the last character may be cut in two
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(start, 0, end))
                    .toString();
            return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("it is not in UTF-8", e);
        }
    }

    private static int endOfLine(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            quoted ^= character == '"';
            if (!quoted && (character == '\n' || character == '\r')) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> fields(String line, char delimiter) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char character : line.toCharArray()) {
            if (character == '"') {
                quoted = !quoted;
            } else if (character == delimiter && !quoted) {
                fields.add(field.toString().trim());
                field.setLength(0);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().trim());
        return fields;
    }
}
