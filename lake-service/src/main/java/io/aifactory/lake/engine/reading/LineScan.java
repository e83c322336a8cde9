package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a text is so simple that every line is a row, and counts its lines. Eight bytes are looked at together: most
 * have nothing of interest, so that this costs little beside reading the rows.
 */
final class LineScan {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BUFFER = 1 << 18;
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final int FIRST_HARMLESS = 0x0E;
    private static final int NO_QUOTE = -1;

    /** The first byte of a byte order mark. */
    private static final byte MARK = (byte) 0xEF;

    private final int quote;
    private boolean simple = true;
    private boolean quoted;
    private boolean afterReturn;
    private long lines;
    private long lineStart;
    private long feeds;
    private long returns;

    private LineScan(int quote) {
        this.quote = quote;
    }

    /**
     * What a text is like.
     *
     * @param simple whether each of its lines, ended alike, is a row: none is empty, long or marked, no quoted value goes over several, and nothing is binary
     * @param lines how many lines it has
     */
    record Outcome(boolean simple, long lines) {}

    static Outcome of(Path file, @Nullable Character quote) throws IOException {
        var scan = new LineScan(quote == null ? NO_QUOTE : quote);
        try (InputStream in = Files.newInputStream(file)) {
            return scan.scan(in);
        }
    }

    private Outcome scan(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long offset = 0;
        int length = in.readNBytes(buffer, 0, BUFFER);
        while (length > 0 && simple) {
            scan(buffer, length, offset);
            offset += length;
            length = in.readNBytes(buffer, 0, BUFFER);
        }
        if (offset > lineStart) {
            lines++;
            simple &= offset - lineStart <= Limits.LONGEST_LINE;
        }
        return new Outcome(simple && !quoted && !afterReturn && (returns == 0 || returns == feeds), lines);
    }

    private void scan(byte[] buffer, int length, long offset) {
        long quotes = ONES * (quote == NO_QUOTE ? 0 : quote);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            long word = (long) WORDS.get(buffer, at);
            long control = (word - ONES * FIRST_HARMLESS) & ~word & HIGHS;
            long other = word ^ quotes;
            if ((control | ((other - ONES) & ~other & HIGHS)) != 0) {
                look(buffer, at, at + Long.BYTES, offset);
            } else {
                simple &= !afterReturn && !isMarked((byte) word, offset + at);
            }
        }
        look(buffer, at, length, offset);
    }

    private void look(byte[] buffer, int from, int to, long offset) {
        for (int i = from; i < to; i++) {
            byte character = buffer[i];
            simple &= (!afterReturn || character == '\n') && !isMarked(character, offset + i);
            if (character == '\n') {
                endLine(offset + i);
            } else if (character == '\r') {
                returns++;
                simple &= !quoted;
            } else if (character == quote) {
                quoted = !quoted;
            } else if (character == 0) {
                simple = false;
            }
            afterReturn = character == '\r';
        }
    }

    /** Tells a later line that may begin with a byte order mark. */
    private boolean isMarked(byte character, long at) {
        return character == MARK && at == lineStart && at > 0;
    }

    private void endLine(long at) {
        long length = at - lineStart - (afterReturn ? 1 : 0);
        simple &= !quoted && length > 0 && length <= Limits.LONGEST_LINE;
        lines++;
        feeds++;
        lineStart = at + 1;
    }
}
