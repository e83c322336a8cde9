package io.aifactory.lake.engine.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip to the end of what is packed. The JDK takes a further part whose beginning is damaged or cut off for no part. */
final class WholeGzip extends GZIPInputStream {

    private static final int TRAILER = 8;

    private final Counted source;
    private long before;

    WholeGzip(InputStream packed, int buffer) throws IOException {
        this(new Counted(packed), buffer);
    }

    private WholeGzip(Counted source, int buffer) throws IOException {
        super(source, buffer);
        this.source = source;
    }

    /** Counts what is read. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        before = source.count - len;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read < 0) {
            requireEnd();
        }
        return read;
    }

    /** Of the last part the inflater has seen all but the trailer. */
    private void requireEnd() throws IOException {
        long end = before + len - inf.getRemaining() + TRAILER;
        if (source.count > end || source.read() >= 0) {
            throw new ZipException("something follows that is not packed with gzip");
        }
    }
}
