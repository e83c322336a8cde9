package io.aifactory.lake.engine.reading;

import com.github.luben.zstd.ZstdIOException;
import io.aifactory.lake.engine.UnreadableFile;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** What comes out of something packed, as long as it is no more than anybody packs in earnest. */
final class Guarded extends FilterInputStream {

    private final long packedSize;
    private final long largest;
    private long count;

    Guarded(InputStream unpacked, long packedSize, long largest) {
        super(unpacked);
        this.packedSize = packedSize;
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            requireReasonable();
            return read;
        } catch (EOFException | ZipException | ZstdIOException e) {
            throw new UnreadableFile(
                    "it cannot be unpacked to its end; it is damaged or cut off after %d bytes of content: %s"
                            .formatted(count, e.getMessage()),
                    e);
        }
    }

    private void requireReasonable() {
        if (count > largest) {
            throw new UnreadableFile(
                    "unpacked it is larger than %d bytes, which is the most that is read (factory.refinement.largest-file)"
                            .formatted(largest));
        }
        if (count > Limits.SMALL_ENOUGH && count / Limits.GREATEST_RATIO > packedSize) {
            throw new UnreadableFile(
                    "unpacked it is more than %d times as large as packed (%d bytes); nobody packs data like that"
                            .formatted(Limits.GREATEST_RATIO, packedSize));
        }
    }
}
