package io.aifactory.lake.engine.reading;

import io.aifactory.contracts.events.FileForm;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds out how a CSV file is written from its first lines, as far as it was not said. */
final class CsvSniffing {

    private static final int SAMPLE = 1 << 20;
    private static final int LINES = 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final Pattern DELIMITER_LINE =
            Pattern.compile("(\"?)(?i:sep)=([\\t -~&&[^\\p{Alnum}\"']])\\1(\\R|\\z)");

    private static final char TAB = '\t';
    private static final Pattern PAGE = Pattern.compile("\\s*<(?i:!doctype|html|\\?xml)\\b");

    private final FileKind kind;
    private final FileForm form;
    private final @Nullable Character delimiterLine;
    private final String text;

    private CsvSniffing(FileKind kind, FileForm form, String text) {
        Matcher line = DELIMITER_LINE.matcher(text);
        boolean found = line.lookingAt();
        this.kind = kind;
        this.form = form;
        this.delimiterLine = found ? line.group(2).charAt(0) : null;
        this.text = found ? text.substring(line.end()) : text;
    }

    static CsvDialect of(Path file, FileKind kind, @Nullable FileForm form) throws IOException {
        return new CsvSniffing(kind, Objects.requireNonNullElse(form, nothingSaid()), text(file, form)).dialect(file);
    }

    private static FileForm nothingSaid() {
        return new FileForm(null, null, null, null, null, List.of(), null);
    }

    private CsvDialect dialect(Path file) throws IOException {
        if (PAGE.matcher(text).lookingAt()) {
            throw new UnreadableFile("it is a web page or XML, not CSV; download the data itself");
        }
        List<String> lines = text.lines().limit(LINES).toList();
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new UnreadableFile("it has no header: its first line is empty");
        }
        Character quote = quote(lines.get(0));
        char delimiter = delimiter(lines, quote);
        List<String> first = namesWereSaid()
                ? form.columns()
                : CsvFields.split(firstRecord(file, delimiter, quote), delimiter, quote);
        HeaderColumns columns = HeaderColumns.of(first, form);
        return new CsvDialect(
                delimiter, quote, delimiterLine != null, columns.header() ? first : List.of(), columns.columns());
    }

    private boolean namesWereSaid() {
        return !form.columns().isEmpty() && !Boolean.TRUE.equals(form.header());
    }

    private @Nullable Character quote(String line) {
        if (form.quote() != null) {
            return form.quote().isEmpty() ? null : form.quote().charAt(0);
        }
        boolean single = line.indexOf('"') < 0
                && Pattern.compile("(^|[,;\t|])'[^']+'([,;\t|]|$)")
                        .matcher(line)
                        .find();
        return single ? '\'' : '"';
    }

    /** The one by which most of the first lines have as many values as the very first, and that makes the most of it. */
    private char delimiter(List<String> lines, @Nullable Character quote) {
        if (form.delimiter() != null) {
            return form.delimiter().charAt(0);
        }
        if (delimiterLine != null) {
            return delimiterLine;
        }
        if (kind == FileKind.TSV && fields(lines.get(0), TAB, quote).size() > 1) {
            return TAB;
        }
        Comparator<Character> agreement = Comparator.comparingLong(candidate -> agreeing(lines, candidate, quote));
        return DELIMITERS.stream()
                .max(agreement.thenComparing(
                        candidate -> fields(lines.get(0), candidate, quote).size()))
                .orElseThrow();
    }

    private static long agreeing(List<String> lines, char delimiter, @Nullable Character quote) {
        int expected = fields(lines.get(0), delimiter, quote).size();
        return expected == 1
                ? 0
                : lines.stream()
                        .filter(line -> fields(line, delimiter, quote).size() == expected)
                        .count();
    }

    private static List<String> fields(String line, char delimiter, @Nullable Character quote) {
        return CsvFields.split(line, delimiter, quote).stream()
                .map(String::trim)
                .toList();
    }

    private String firstRecord(Path file, char delimiter, @Nullable Character quote) throws IOException {
        try (var records = Records.ofCsv(file, delimiter, quote, false)) {
            Records.Record record = records.next();
            if (delimiterLine != null) {
                record = records.next();
            }
            if (record == null || record.problem() != null) {
                throw new UnreadableFile("its first line cannot be read: %s"
                        .formatted(record == null ? "there is none" : record.problem()));
            }
            return record.text();
        }
    }

    private static String text(Path file, @Nullable FileForm form) throws IOException {
        byte[] start = start(file);
        requireTextInFirstLine(start);
        return decode(start, form);
    }

    /** What else is in other lines is for them to answer. */
    private static void requireTextInFirstLine(byte[] start) {
        for (byte character : start) {
            if (character == '\n' || character == '\r') {
                return;
            }
            if (character >= 0 && character < ' ' && character != '\t') {
                throw new UnreadableFile("it is no text: it has the control character 0x%02x%s"
                        .formatted(character, character == 0 ? "; if it is UTF-16, say so in form.encoding" : ""));
            }
        }
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(SAMPLE);
        }
    }

    /** Where the encoding was not said, all of it has to be UTF-8; else each line is judged when it is read. */
    private static String decode(byte[] start, @Nullable FileForm form) {
        int end = start.length;
        while (end > 0 && start.length == SAMPLE && start[end - 1] < 0) {
            end--; // the last character may be cut in two
        }
        boolean said = form != null && form.encoding() != null;
        ByteBuffer bytes = ByteBuffer.wrap(start, 0, end);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(said ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(bytes)
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw notUtf8("line "
                    + (1
                            + IntStream.range(0, bytes.position())
                                    .filter(i -> start[i] == '\n')
                                    .count()));
        }
    }

    static UnreadableFile notUtf8(String where) {
        return new UnreadableFile(
                "it is not in UTF-8 (%s); say in form.encoding of the dataset which encoding its files have, such as windows-1252"
                        .formatted(where));
    }
}
