package io.aifactory.lake.engine.reading;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.ZstdIOException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Unpacks zstd to the end of what is packed. The library's own stream takes a further frame that is cut off for its end. */
final class WholeZstd extends InputStream {

    private final InputStream packed;
    private final byte[] buffer;
    private final ByteBuffer source;
    private final ByteBuffer content;
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private boolean frameEnded;

    /** Whether there may be content that did not fit so far, so that nothing has to be read to get it. */
    private boolean holdsMore;

    WholeZstd(InputStream packed, int size) {
        this.packed = packed;
        this.buffer = new byte[size];
        this.source = ByteBuffer.allocateDirect(size).flip();
        this.content = ByteBuffer.allocateDirect(size).flip();
    }

    @Override
    public int read() throws IOException {
        return has() ? content.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (!has()) {
            return -1;
        }
        int read = Math.min(length, content.remaining());
        content.get(bytes, offset, read);
        return read;
    }

    /** Unpacks until there is something, or nothing more. */
    private boolean has() throws IOException {
        while (!content.hasRemaining()) {
            if (!source.hasRemaining() && !holdsMore && !fill()) {
                if (!frameEnded) {
                    throw new EOFException("a frame is cut off");
                }
                return false;
            }
            unpack();
        }
        return true;
    }

    private boolean fill() throws IOException {
        int read = packed.read(buffer);
        source.clear().put(buffer, 0, Math.max(0, read)).flip();
        return read > 0;
    }

    private void unpack() throws IOException {
        content.clear();
        try {
            frameEnded = context.decompressDirectByteBufferStream(content, source);
        } catch (ZstdException e) {
            throw new ZstdIOException(e.getErrorCode(), e.getMessage());
        }
        holdsMore = !frameEnded && !content.hasRemaining();
        content.flip();
    }

    @Override
    public void close() throws IOException {
        context.close();
        packed.close();
    }
}
