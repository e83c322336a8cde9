package io.aifactory.lake.master.delta;

import io.aifactory.contracts.lake.LocalCopy;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** Reads a local copy of a file of the lake, from wherever it is asked to, and gives the copy back when it is closed. */
final class LocalCopyStream extends SeekableInputStream {

    private final LocalCopy copy;
    private final FileChannel channel;

    private LocalCopyStream(LocalCopy copy, FileChannel channel) {
        this.copy = copy;
        this.channel = channel;
    }

    static LocalCopyStream of(LocalCopy copy) throws IOException {
        try {
            return new LocalCopyStream(copy, FileChannel.open(copy.path(), StandardOpenOption.READ));
        } catch (IOException e) {
            copy.close();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(bytes, offset, length));
    }

    @Override
    public void readFully(byte[] bytes, int offset, int length) throws IOException {
        if (readNBytes(bytes, offset, length) < length) {
            throw new EOFException("%s ends before %d bytes more".formatted(copy.path(), length));
        }
    }

    @Override
    public long getPos() throws IOException {
        return channel.position();
    }

    @Override
    public void seek(long position) throws IOException {
        channel.position(position);
    }

    @Override
    public void close() throws IOException {
        try (copy) {
            channel.close();
        }
    }
}
