package io.aifactory.lake.master.delta;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Holds a Parquet file until it is whole, and then puts it in place. Writers close their streams also when they failed, so
 * that it is whole is seen from its end.
 */
final class WholeParquetStream extends PositionOutputStream {

    private static final byte[] END = "PAR1".getBytes(US_ASCII);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Placing placing;
    private boolean closed;

    WholeParquetStream(Placing placing) {
        this.placing = placing;
    }

    interface Placing {
        void place(byte[] bytes) throws IOException;
    }

    @Override
    public void write(int value) {
        written.write(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        written.write(bytes, offset, length);
    }

    @Override
    public long getPos() {
        return written.size();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            byte[] bytes = written.toByteArray();
            if (isWhole(bytes)) {
                placing.place(bytes);
            }
        }
    }

    private static boolean isWhole(byte[] bytes) {
        return bytes.length > 2 * END.length
                && Arrays.equals(bytes, bytes.length - END.length, bytes.length, END, 0, END.length);
    }
}
