package io.aifactory.lake.engine.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.lake.engine.FileText;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes rows as {@link Prepared.Rows} has them, one after the other. */
final class RowFile implements Closeable {

    /** What is wrong with a row that has the columns' names. */
    static final String HEADER_AGAIN = "it repeats the header";

    private static final int BUFFER = 1 << 18;

    private final Path file;
    private final List<String> columns;
    private final OutputStream out;
    private final StringBuilder row = new StringBuilder();
    private long whole;
    private long broken;
    private boolean oneALine = true;
    private @Nullable String firstProblem;

    RowFile(Path file, List<String> columns) throws IOException {
        this.file = file;
        this.columns = columns;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    void addWhole(long number, List<? extends @Nullable String> values) throws IOException {
        row.setLength(0);
        values.forEach(this::append);
        row.append(number).append(",,\n");
        if (row.length() > Limits.LONGEST_LINE / 4 && longerThanAllowed()) {
            addBroken(number, "it is longer than %d bytes".formatted(Limits.LONGEST_LINE), row.toString());
            return;
        }
        whole++;
        write();
    }

    void addBroken(long number, String problem, String line) throws IOException {
        if (broken++ == 0) {
            firstProblem = "line %d: %s".formatted(number, problem);
        }
        row.setLength(0);
        row.append(",".repeat(columns.size())).append(number).append(',');
        append(FileText.shown(problem));
        append(FileText.beginning(line, Limits.KEPT_OF_LINE));
        row.setCharAt(row.length() - 1, '\n');
        write();
    }

    Prepared.Rows finish(Decimals decimals) throws IOException {
        out.close();
        if (whole == 0 && broken > 0) {
            throw new UnreadableFile("not one of its lines fits its header; " + firstProblem);
        }
        if (whole == 0) {
            throw new UnreadableFile("it has a header but no rows");
        }
        return new Prepared.Rows(file, columns, whole + broken, oneALine, decimals);
    }

    private boolean longerThanAllowed() {
        return row.toString().getBytes(UTF_8).length > Limits.LONGEST_LINE;
    }

    private void append(@Nullable String value) {
        if (value != null && needsQuotes(value)) {
            oneALine &= value.indexOf('\n') < 0 && value.indexOf('\r') < 0;
            row.append('"').append(value.replace("\"", "\"\"")).append('"');
        } else if (value != null) {
            row.append(value);
        }
        row.append(',');
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if (character == '"' || character == ',' || character == '\n' || character == '\r') {
                return true;
            }
        }
        return false;
    }

    private void write() throws IOException {
        out.write(row.toString().getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
