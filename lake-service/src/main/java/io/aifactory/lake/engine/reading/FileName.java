package io.aifactory.lake.engine.reading;

import io.aifactory.lake.engine.UnreadableFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file says it is by its name. What it holds has to agree.
 *
 * @param kind what it holds
 * @param packing how that is packed
 */
record FileName(FileKind kind, Packing packing) {

    private static final String KNOWN =
            ".csv, .tsv, .txt, .jsonl, .ndjson or .json (also with .gz or .zst), .parquet or .xlsx";

    static FileName of(String path, byte[] start) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        Packing packing = Packing.of(name);
        String unpacked = name.substring(0, name.length() - packing.ending().length());
        FileKind kind = FileKind.of(unpacked).orElseThrow(() -> unknown(start));
        if (packing != Packing.NONE && !kind.isText()) {
            throw new UnreadableFile("it is packed twice: %s is packed already".formatted(unpacked));
        }
        return new FileName(kind, packing);
    }

    private static UnreadableFile unknown(byte[] start) {
        return Signature.of(start)
                .map(signature -> lie(signature, "by its name it is neither CSV nor JSON, Parquet or Excel, but "))
                .orElseGet(() -> new UnreadableFile(
                        "it is neither CSV nor Parquet, JSON or Excel by its name; call it " + KNOWN));
    }

    private static UnreadableFile lie(Signature signature, String beginning) {
        return new UnreadableFile("%sit is %s; %s".formatted(beginning, signature.description(), signature.remedy()));
    }

    /** Lets pass a file whose first bytes are what its name says. */
    void require(byte[] start) {
        if (start.length == 0) {
            throw new UnreadableFile("it is empty");
        }
        Optional<Signature> found = Signature.of(start);
        List<Signature> expected = expected();
        if (expected.isEmpty()) {
            requireText(start);
        } else if (found.isEmpty()) {
            throw new UnreadableFile("it is not what its name says: it is not %s"
                    .formatted(expected.get(0).description()));
        } else if (!expected.contains(found.get())) {
            throw lie(found.get(), "it is not what its name says: ");
        }
    }

    /** Lets pass what was unpacked, if it is text. */
    static void requireText(byte[] start) {
        Signature.of(start).ifPresent(signature -> {
            throw lie(signature, "it should hold text by its name, but ");
        });
    }

    private List<Signature> expected() {
        return switch (kind) {
            case PARQUET -> List.of(Signature.PARQUET);
            case EXCEL -> List.of(Signature.ZIP);
            case CSV, TSV, JSON, JSON_LINES -> packing.signature().stream().toList();
        };
    }
}
