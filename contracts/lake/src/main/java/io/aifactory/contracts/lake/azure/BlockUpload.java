package io.aifactory.contracts.lake.azure;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.storage.file.datalake.DataLakeFileClient;
import com.azure.storage.file.datalake.options.DataLakeFileAppendOptions;
import com.azure.storage.file.datalake.options.DataLakeFileFlushOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is written to it as blocks, several at a time. Each carries its hash, so that none is damaged on the way. Who
 * writes faster than the network waits. Nothing counts until {@link #commit}.
 */
final class BlockUpload extends OutputStream {

    private final DataLakeFileClient file;
    private final Traffic traffic;
    private final Executor senders;
    private final Semaphore ways;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private long sent;

    BlockUpload(DataLakeFileClient file, Traffic traffic, Executor senders) {
        this.file = file;
        this.traffic = traffic;
        this.senders = senders;
        this.ways = new Semaphore(traffic.blocksAtOnce());
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length) {
            int part = Math.min(offset + length - at, traffic.blockBytes() - block.size());
            block.write(bytes, at, part);
            at += part;
            if (block.size() == traffic.blockBytes()) {
                send();
            }
        }
    }

    /** Sends the rest and makes all of it the content of the file. */
    void commit() throws IOException {
        if (block.size() > 0) {
            send();
        }
        waitUntilAllArrived();
        throwFailure();
        file.flushWithResponse(sent, new DataLakeFileFlushOptions().setClose(true), null, Context.NONE);
    }

    /** Waits until nothing is on the way any more. */
    void waitUntilAllArrived() throws IOException {
        acquireWays(traffic.blocksAtOnce());
        ways.release(traffic.blocksAtOnce());
    }

    private void send() throws IOException {
        acquireWays(1);
        byte[] bytes = block.toByteArray();
        long position = sent;
        block.reset();
        sent += bytes.length;
        try {
            senders.execute(() -> append(bytes, position));
        } catch (RuntimeException e) {
            ways.release();
            throw e;
        }
        throwFailure();
    }

    private void append(byte[] bytes, long position) {
        try {
            file.appendWithResponse(
                    BinaryData.fromBytes(bytes),
                    position,
                    new DataLakeFileAppendOptions().setContentHash(md5(bytes)),
                    null,
                    Context.NONE);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            ways.release();
        }
    }

    private void acquireWays(int number) throws IOException {
        try {
            ways.acquire(number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while data was on its way to the lake");
        }
    }

    private void throwFailure() {
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
