package io.aifactory.contracts.lake.azure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads one content of a file, block by block. Once another one took its place, the next block fails. */
final class PinnedStream extends FilterInputStream {

    private final String what;

    PinnedStream(InputStream blocks, String what) {
        super(blocks);
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    private IOException broken(Exception cause) {
        RuntimeException failure = cause instanceof RuntimeException runtime ? runtime : new RuntimeException(cause);
        return Calls.isConflict(failure) || Calls.isNotFound(failure)
                ? new IOException(what + " was replaced while it was read; read it anew", cause)
                : new IOException(what + " could not be read to its end", cause);
    }
}
