package io.aifactory.bench.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How long it takes until something is on the disk: every figure of a durable system stands on it. */
public final class DiskProbe {

    private static final int WRITES = 200;
    private static final int BYTES = 4096;
    private static final double NANOS_PER_MICRO = 1e3;

    private DiskProbe() {}

    /** Returns the microseconds that each of some synchronous writes of 4 KB takes. */
    public static Sample syncMicros(Path folder) {
        var file = folder.resolve("probe");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var micros = new double[WRITES];
            for (int write = 0; write < WRITES; write++) {
                long begin = System.nanoTime();
                channel.write(ByteBuffer.allocate(BYTES));
                channel.force(false);
                micros[write] = (System.nanoTime() - begin) / NANOS_PER_MICRO;
            }
            Files.delete(file);
            return Sample.of(micros);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write to " + file, e);
        }
    }
}
