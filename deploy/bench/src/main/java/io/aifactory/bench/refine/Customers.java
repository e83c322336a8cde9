package io.aifactory.bench.refine;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The data: customers, some 100 bytes each, in no order. One in fifty has no number of visits; otherwise all rows are good. The
 * same seed gives the same rows.
 */
final class Customers {

    /** The column that tells rows apart. */
    static final String KEY = "id";

    /** The column to learn. */
    static final String LABEL = "churned";

    /** All columns, with the types they have once they are more than text. */
    static final List<Column> COLUMNS = List.of(
            new Column(KEY, Type.INTEGER),
            new Column("joined", Type.DATE),
            new Column("region", Type.TEXT),
            new Column("segment", Type.TEXT),
            new Column("visits", Type.INTEGER),
            new Column("amount", Type.DECIMAL),
            new Column("balance", Type.DECIMAL),
            new Column("reference", Type.TEXT),
            new Column("remark", Type.TEXT),
            new Column(LABEL, Type.INTEGER));

    private static final long FIRST_ID = 10_000_000;
    private static final long STRIDE = 7_368_787;
    private static final int CHUNK = 1 << 16;
    private static final List<String> REGIONS =
            List.of("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west");
    private static final List<String> SEGMENTS = List.of("private", "business", "public", "partner");
    private static final List<String> REMARKS = List.of(
            "paid in time",
            "asked for a rebate",
            "moved within the region",
            "has a second contract",
            "wrote to the board");

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder(2 * CHUNK);

    private Customers(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** What a value is. */
    enum Type {
        /** A whole number. */
        INTEGER,
        /** A number with a fraction. */
        DECIMAL,
        /** A day. */
        DATE,
        /** Anything. */
        TEXT
    }

    /** A column. */
    record Column(String name, Type type) {

        boolean isNumber() {
            return type == Type.INTEGER || type == Type.DECIMAL;
        }
    }

    /** Writes that many rows to a CSV file. */
    static void write(Path file, long rows, long seed) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), CHUNK)) {
            new Customers(seed).write(out, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
        }
    }

    private void write(OutputStream out, long rows) throws IOException {
        text.append(String.join(",", COLUMNS.stream().map(Column::name).toList()))
                .append('\n');
        for (long row = 0; row < rows; row++) {
            // a stride that has no factor in common with the number of rows comes to each number once
            customer(FIRST_ID + row * stride(rows) % rows);
            if (text.length() > CHUNK) {
                flush(out);
            }
        }
        flush(out);
    }

    private static long stride(long rows) {
        return rows % STRIDE == 0 ? 1 : STRIDE;
    }

    private void customer(long id) {
        text.append(id).append(',');
        day();
        text.append(',')
                .append(oneOf(REGIONS))
                .append(',')
                .append(oneOf(SEGMENTS))
                .append(',');
        if (random.nextInt(50) > 0) {
            text.append(random.nextInt(200));
        }
        text.append(',');
        money(random.nextInt(1_000_000));
        text.append(',');
        money(random.nextInt(20_000_000) - 10_000_000);
        text.append(",ref-").append(Long.toHexString(random.nextLong() >>> 16)).append(',');
        text.append(oneOf(REMARKS))
                .append(" since ")
                .append(2000 + random.nextInt(26))
                .append(',');
        text.append(random.nextInt(10) == 0 ? 1 : 0).append('\n');
    }

    private void day() {
        text.append(2000 + random.nextInt(26)).append('-');
        twoDigits(1 + random.nextInt(12));
        text.append('-');
        twoDigits(1 + random.nextInt(28));
    }

    private void money(int cents) {
        text.append(cents < 0 ? "-" : "").append(Math.abs(cents) / 100).append('.');
        twoDigits(Math.abs(cents) % 100);
    }

    private void twoDigits(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private String oneOf(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void flush(OutputStream out) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
        text.setLength(0);
    }
}
