package io.aifactory.lake.engine.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a text is packed. */
enum Packing {
    NONE("", null),
    GZIP(".gz", Signature.GZIP),
    ZSTD(".zst", Signature.ZSTD);

    private static final int BUFFER = 1 << 16;

    private final String ending;
    private final @Nullable Signature signature;

    Packing(String ending, @Nullable Signature signature) {
        this.ending = ending;
        this.signature = signature;
    }

    String ending() {
        return ending;
    }

    Optional<Signature> signature() {
        return Optional.ofNullable(signature);
    }

    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new WholeGzip(packed, BUFFER);
            case ZSTD -> new WholeZstd(packed, BUFFER);
        };
    }

    static Packing of(String name) {
        return name.endsWith(GZIP.ending) ? GZIP : name.endsWith(ZSTD.ending) ? ZSTD : NONE;
    }
}
