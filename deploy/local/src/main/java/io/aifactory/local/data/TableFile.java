package io.aifactory.local.data;

import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** A file somebody wants to hand in: looked at before anything is done with it, so that only a table gets as far as the lake. */
public final class TableFile {

    private static final byte[] PARQUET_MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST_PARQUET = 12;

    private final Path file;

    private TableFile(Path file) {
        this.file = file;
    }

    /**
     * Returns the file.
     *
     * @throws Refusal if it is neither CSV with a heading and at least one row nor Parquet
     */
    public static TableFile of(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Refusal.of("There is no readable file " + file);
        }
        var checked = new TableFile(file);
        try {
            checked.check();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
        return checked;
    }

    Path path() {
        return file;
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    private void check() throws IOException {
        var suffix = name().toLowerCase(Locale.ROOT);
        if (suffix.endsWith(".csv")) {
            checkCsv();
        } else if (suffix.endsWith(".parquet")) {
            checkParquet();
        } else {
            throw Refusal.of("%s is neither .csv nor .parquet.".formatted(name()));
        }
    }

    private void checkCsv() throws IOException {
        var lines = text().lines().filter(line -> !line.isBlank()).limit(2).toList();
        if (lines.isEmpty() || !lines.get(0).contains(",")) {
            throw Refusal.of("%s is no CSV: its first line is no heading of columns with commas between them."
                    .formatted(name()));
        }
        if (lines.size() < 2) {
            throw Refusal.of("%s has a heading and no rows.".formatted(name()));
        }
    }

    private String text() throws IOException {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            if (text.indexOf('\0') < 0) {
                return text;
            }
        } catch (CharacterCodingException e) {
            // told below, together with the other way of not being text
        }
        throw Refusal.of("%s is no CSV: it is not text in UTF-8.".formatted(name()));
    }

    private void checkParquet() throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() < SHORTEST_PARQUET
                    || !marked(bytes, 0)
                    || !marked(bytes, bytes.length() - PARQUET_MARK.length)) {
                throw Refusal.of("%s is no Parquet file: the marks at its ends are missing.".formatted(name()));
            }
        }
    }

    private static boolean marked(RandomAccessFile bytes, long position) throws IOException {
        var mark = new byte[PARQUET_MARK.length];
        bytes.seek(position);
        bytes.readFully(mark);
        return Arrays.equals(mark, PARQUET_MARK);
    }
}
