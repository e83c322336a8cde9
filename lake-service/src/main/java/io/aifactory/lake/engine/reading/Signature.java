package io.aifactory.lake.engine.reading;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Kinds of files that tell what they are with their first bytes. */
enum Signature {
    PARQUET("PAR1", "a Parquet file", "call it .parquet"),
    ZIP(
            HexFormat.of().parseHex("504b0304"),
            "a zip archive or a workbook",
            "put what is in it, or call a workbook .xlsx"),
    EMPTY_ZIP(HexFormat.of().parseHex("504b0506"), "an empty zip archive", "put what should be in it"),
    GZIP(HexFormat.of().parseHex("1f8b"), "packed with gzip", "add .gz to its name"),
    ZSTD(HexFormat.of().parseHex("28b52ffd"), "packed with zstd", "add .zst to its name"),
    OLD_OFFICE(
            HexFormat.of().parseHex("d0cf11e0a1b11ae1"),
            "an old or encrypted Excel workbook",
            "save it as .xlsx or .csv, without a password"),
    BZIP2("BZh", "packed with bzip2", "pack it with gzip or zstd"),
    XZ(HexFormat.of().parseHex("fd377a585a00"), "packed with xz", "pack it with gzip or zstd"),
    SEVEN_ZIP(HexFormat.of().parseHex("377abcaf271c"), "a 7z archive", "put what is in it"),
    AVRO("Obj\u0001", "an Avro file", "write it as Parquet"),
    ORC("ORC", "an ORC file", "write it as Parquet"),
    PDF("%PDF-", "a PDF document", "export its table as CSV");

    /** How many bytes of a file have to be known to tell. */
    static final int LONGEST = 16;

    private final byte[] start;
    private final String description;
    private final String remedy;

    Signature(byte[] start, String description, String remedy) {
        this.start = start;
        this.description = description;
        this.remedy = remedy;
    }

    Signature(String start, String description, String remedy) {
        this(start.getBytes(StandardCharsets.ISO_8859_1), description, remedy);
    }

    String description() {
        return description;
    }

    String remedy() {
        return remedy;
    }

    static Optional<Signature> of(byte[] content) {
        return Arrays.stream(values())
                .filter(signature -> content.length >= signature.start.length
                        && Arrays.mismatch(Arrays.copyOf(content, signature.start.length), signature.start) < 0)
                .filter(signature -> signature.isBinary() || isNotHeader(content, signature))
                .findFirst();
    }

    /** A header may begin with the letters that a binary file begins with too. */
    private static boolean isNotHeader(byte[] content, Signature signature) {
        for (int i = signature.start.length; i < Math.min(content.length, LONGEST); i++) {
            if (content[i] < ' ' && content[i] != '\n' && content[i] != '\r' && content[i] != '\t') {
                return true;
            }
        }
        return signature == PDF;
    }

    private boolean isBinary() {
        return start[0] < ' ' || start[1] < ' ' || this == ZIP || this == EMPTY_ZIP || this == SEVEN_ZIP;
    }
}
