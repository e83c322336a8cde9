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

    private final Packed packed;
    private final long largest;
    private long count;
    private long furthest = Long.MAX_VALUE;

    /**
     * Guards a stream.
     *
     * @param packed how many packed bytes there are, or were read so far: the latter tells sooner
     */
    Guarded(InputStream unpacked, Packed packed, long largest) {
        super(unpacked);
        this.packed = packed;
        this.largest = largest;
    }

    /** How much there is of what is packed. */
    interface Packed {
        long size() throws IOException;
    }

    /** Begins a piece that is held in memory as a whole, so that it may not be long. */
    void beginPiece() {
        furthest = count + Limits.LONGEST_PIECE;
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
                    "it cannot be unpacked to its end; it is damaged or cut off after %d bytes of content%s"
                            .formatted(count, e.getMessage() == null ? "" : ": " + e.getMessage()),
                    e);
        }
    }

    private void requireReasonable() throws IOException {
        if (count > furthest) {
            throw new UnreadableFile(
                    "it has a tag, comment or text longer than %d bytes".formatted(Limits.LONGEST_PIECE));
        }
        Limits.requireSmall(count, largest);
        if (count > Limits.SMALL_ENOUGH && count / Limits.GREATEST_RATIO > packed.size()) {
            throw new UnreadableFile("unpacked it is more than %d times as large as packed; nobody packs data like that"
                    .formatted(Limits.GREATEST_RATIO));
        }
    }
}
