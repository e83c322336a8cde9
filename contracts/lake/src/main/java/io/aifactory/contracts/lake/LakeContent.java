package io.aifactory.contracts.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file is to hold. */
@FunctionalInterface
public interface LakeContent {

    /** Writes all of it; the caller closes the stream. If it fails, no file is put there. */
    void writeTo(OutputStream out) throws IOException;

    /** Returns the given bytes as content. */
    static LakeContent of(byte[] bytes) {
        byte[] copy = bytes.clone();
        return out -> out.write(copy);
    }

    /** Returns what a local file holds as content. */
    static LakeContent of(Path file) {
        return out -> Files.copy(file, out);
    }

    /** Returns the rest of a stream as content, which can be written once. The caller closes the stream. */
    static LakeContent of(InputStream in) {
        return in::transferTo;
    }
}
