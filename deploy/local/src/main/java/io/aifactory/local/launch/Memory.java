package io.aifactory.local.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory processes take, where the system tells. */
final class Memory {

    private static final String PROPORTIONAL = "Pss:";

    private Memory() {}

    /** Returns the bytes in memory that a process, and if wanted its descendants, account for; 0 where that is not known. */
    static long ofTree(long pid, boolean withDescendants) {
        var descendants =
                ProcessHandle.of(pid).filter(unused -> withDescendants).stream().flatMap(ProcessHandle::descendants);
        return Stream.concat(Stream.of(pid), descendants.map(ProcessHandle::pid))
                .mapToLong(Memory::of)
                .sum();
    }

    private static long of(long pid) {
        // memory shared between processes counts in parts, so that the sum over PostgreSQL's many processes is true
        var file = Path.of("/proc", String.valueOf(pid), "smaps_rollup");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(PROPORTIONAL))
                    .mapToLong(Memory::bytes)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long bytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
}
