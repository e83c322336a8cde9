package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.FileText;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text in UTF-8 into records, in bounded memory: a line each, or several where a quoted value goes over them. Empty
 * lines are no records. Where quotes don't fit together, only the line where that begins is broken; the next is looked at
 * for itself.
 */
final class Records implements Closeable {

    private static final int WINDOW = 2 * Limits.LONGEST_LINE + (1 << 16);
    private static final long MOST_LOOKED_AT_AGAIN = 32L << 20;
    private static final int NONE = -1;

    /** What stands where bytes are no characters; it may be in the text itself too. */
    private static final char REPLACEMENT = '\uFFFD';

    private final InputStream in;
    private final byte delimiter;
    private final int quote;
    private final boolean refusesOtherEncodings;
    private final byte[] window = new byte[WINDOW];
    private int position;
    private int limit;
    private boolean complete;
    private long line = 1;
    private long lookedAtAgain;
    private @Nullable String problem;

    private Records(InputStream in, byte delimiter, int quote, boolean refusesOtherEncodings) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
        this.refusesOtherEncodings = refusesOtherEncodings;
    }

    /**
     * A record.
     *
     * @param line its line, counted from 1
     * @param text what it holds, without the line's end; of a broken one the beginning
     * @param problem what is wrong with it; absent: nothing
     */
    record Record(long line, String text, @Nullable String problem) {}

    static Records ofCsv(Path file, char delimiter, @Nullable Character quote, boolean refusesOtherEncodings)
            throws IOException {
        return new Records(
                Files.newInputStream(file), (byte) delimiter, quote == null ? NONE : quote, refusesOtherEncodings);
    }

    static Records ofLines(Path file, boolean refusesOtherEncodings) throws IOException {
        return new Records(Files.newInputStream(file), (byte) 0, NONE, refusesOtherEncodings);
    }

    /** Returns the next record; absent at the end. */
    @Nullable
    Record next() throws IOException {
        fill();
        skipMark();
        while (position < limit && isLineEnd(position)) {
            endLine(position);
            fill();
            skipMark();
        }
        return position == limit ? null : read();
    }

    private Record read() throws IOException {
        long first = line;
        int start = position;
        int lineEnd = lineEnd(start);
        if (lineEnd - start > Limits.LONGEST_LINE) {
            var record = new Record(
                    first, kept(start, lineEnd), "it is longer than %d bytes".formatted(Limits.LONGEST_LINE));
            skipLine();
            return record;
        }
        problem = null;
        int end = recordEnd(start);
        if (problem != null) {
            lookAgain(end - start, first);
            var record = new Record(first, kept(start, lineEnd), problem);
            endLine(lineEnd);
            return record;
        }
        Record record = decoded(first, start, end);
        line += lineEnds(start, end);
        endLine(end);
        return record;
    }

    private Record decoded(long number, int start, int end) {
        for (int i = start; i < end; i++) {
            if (window[i] == 0) {
                return new Record(number, kept(start, end), "it has a NUL character");
            }
        }
        String text = new String(window, start, end - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0 || isUtf8(start, end)) {
            return new Record(number, text, null);
        }
        if (refusesOtherEncodings) {
            throw CsvSniffing.notUtf8("line " + number);
        }
        return new Record(number, kept(start, end), "it is not in UTF-8");
    }

    private boolean isUtf8(int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(window, start, end - start));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private void lookAgain(int bytes, long number) {
        lookedAtAgain += bytes;
        if (lookedAtAgain > MOST_LOOKED_AT_AGAIN) {
            throw new UnreadableFile(
                    "its quotes do not fit together (up to line %d in too many places); say in form.quote of the dataset what is around its values, or \"\" for nothing"
                            .formatted(number));
        }
    }

    private int recordEnd(int start) {
        int at = start;
        boolean beginning = true;
        while (at < limit && !isLineEnd(at)) {
            if (beginning && window[at] == quote) {
                at = afterQuoted(at, start);
                if (problem != null) {
                    return at;
                }
                beginning = false;
            } else {
                beginning = quote != NONE && (window[at] == delimiter || (beginning && isPadding(at)));
                at++;
            }
        }
        return at;
    }

    private int afterQuoted(int opening, int start) {
        int furthest = (int) Math.min(limit, (long) start + Limits.LONGEST_LINE);
        int at = opening + 1;
        while (at < furthest) {
            if (window[at] != quote) {
                at++;
            } else if (at + 1 < limit && window[at + 1] == quote) {
                at += 2;
            } else {
                int next = afterPadding(at + 1);
                boolean ends = next == limit || isLineEnd(next) || window[next] == delimiter;
                problem = ends ? null : "a quoted value is followed by other text";
                return at + 1;
            }
        }
        problem = "a quote is opened and not closed";
        return at;
    }

    private int afterPadding(int start) {
        int at = start;
        while (at < limit && isPadding(at)) {
            at++;
        }
        return at;
    }

    /** Spaces around a quoted value are no part of it. */
    private boolean isPadding(int at) {
        return window[at] == ' ' && delimiter != ' ';
    }

    private boolean isLineEnd(int at) {
        return window[at] == '\n' || window[at] == '\r';
    }

    private int lineEnd(int start) {
        int at = start;
        while (at < limit && !isLineEnd(at)) {
            at++;
        }
        return at;
    }

    private long lineEnds(int start, int end) {
        long ends = 0;
        for (int i = start; i < end; i++) {
            boolean pair = window[i] == '\r' && i + 1 < end && window[i + 1] == '\n';
            ends += isLineEnd(i) && !pair ? 1 : 0;
        }
        return ends;
    }

    /** Goes on after the line that ends at the given place. */
    private void endLine(int at) {
        boolean pair = at + 1 < limit && window[at] == '\r' && window[at + 1] == '\n';
        position = Math.min(limit, at + (pair ? 2 : 1));
        line++;
    }

    private void skipLine() throws IOException {
        int end = lineEnd(position);
        while (end == limit && !complete) {
            position = limit;
            fill();
            end = lineEnd(position);
        }
        endLine(end);
    }

    /** Makes the longest record, and what tells that it is too long, stand in the window as a whole. */
    private void fill() throws IOException {
        if (complete || limit - position > Limits.LONGEST_LINE + 2) {
            return;
        }
        System.arraycopy(window, position, window, 0, limit - position);
        limit -= position;
        position = 0;
        int read = in.readNBytes(window, limit, WINDOW - limit);
        limit += read;
        complete = limit < WINDOW;
    }

    /** A byte order mark at the beginning of a later line is where another file was joined. */
    private void skipMark() {
        boolean marked = limit - position >= 3
                && window[position] == (byte) 0xEF
                && window[position + 1] == (byte) 0xBB
                && window[position + 2] == (byte) 0xBF;
        position += marked ? 3 : 0;
    }

    /** Returns the beginning of a line as well as it can be shown. */
    private String kept(int start, int end) {
        byte[] content = Arrays.copyOfRange(window, start, Math.min(end, start + 4 * Limits.KEPT_OF_LINE));
        String text = new String(content, StandardCharsets.UTF_8).replace('\0', REPLACEMENT);
        return FileText.beginning(text, Limits.KEPT_OF_LINE);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
