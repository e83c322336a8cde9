package io.aifactory.bench.refine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What a process uses, where the system tells: {@code /proc} of Linux. */
final class ProcessUse {

    private static final String PEAK = "VmHWM:";
    private static final String FORGET_PEAK = "5";
    private static final double KILOBYTES_PER_MEGABYTE = 1024;
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;

    private final Path folder;

    private ProcessUse(long pid) {
        this.folder = Path.of("/proc", String.valueOf(pid));
    }

    static ProcessUse of(long pid) {
        return new ProcessUse(pid);
    }

    /** Begins to look for the peak anew, where the system lets it. */
    void forgetPeak() {
        Path file = folder.resolve("clear_refs");
        if (Files.isWritable(file)) {
            try {
                Files.writeString(file, FORGET_PEAK);
            } catch (IOException e) {
                throw new UncheckedIOException("can not write to " + file, e);
            }
        }
    }

    /** Returns the most megabytes that were resident. */
    Optional<Double> peakMegabytes() {
        Path status = folder.resolve("status");
        if (!Files.exists(status)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / KILOBYTES_PER_MEGABYTE)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + status, e);
        }
    }

    /** Returns the seconds the processor has worked for it so far. */
    Optional<Double> processorSeconds() {
        Path file = folder.resolve("stat");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String stat = Files.readString(file);
            return Optional.of(
                    Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                                    .skip(USER)
                                    .limit(2)
                                    .mapToLong(Long::parseLong)
                                    .sum()
                            / TICKS_PER_SECOND);
        } catch (IOException e) {
            throw new UncheckedIOException("can not read " + file, e);
        }
    }
}
