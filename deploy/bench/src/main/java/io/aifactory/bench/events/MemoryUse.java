package io.aifactory.bench.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much memory this process takes. */
final class MemoryUse {

    private static final double MEGABYTE = 1024 * 1024;
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path FORGET = Path.of("/proc/self/clear_refs");
    private static final String PEAK = "VmHWM:";
    private static final String FORGET_PEAK = "5";

    private MemoryUse() {}

    /** Returns the megabytes of the heap that are left after everything nobody holds on to was collected. */
    static double liveHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
    }

    /** Begins to look for the peak anew, where the system lets it. */
    static void forgetPeak() {
        if (Files.isWritable(FORGET)) {
            try {
                Files.writeString(FORGET, FORGET_PEAK);
            } catch (IOException e) {
                throw new UncheckedIOException("can not write to " + FORGET, e);
            }
        }
    }

    /** Returns the most megabytes that were resident; absent where there is no {@code /proc}. */
    static Optional<Double> peakResident() {
        if (!Files.exists(STATUS)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + STATUS, e);
        }
    }
}
