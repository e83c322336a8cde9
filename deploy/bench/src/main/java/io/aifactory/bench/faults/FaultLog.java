package io.aifactory.bench.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes down which fault came when. */
final class FaultLog {

    private final long begin = System.nanoTime();
    private final PrintWriter file;
    private final Map<String, Long> kinds = new TreeMap<>();

    FaultLog(Path file) {
        try {
            this.file = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
        }
    }

    synchronized void note(Fault fault) {
        kinds.merge(fault.getClass().getSimpleName(), 1L, Long::sum);
        line(fault.toString());
    }

    synchronized void trouble(Throwable trouble) {
        line("trouble: " + trouble);
    }

    /** Returns how many faults of each kind there were. */
    synchronized Map<String, Long> kinds() {
        return Map.copyOf(kinds);
    }

    private void line(String text) {
        file.printf("%8.3f %s%n", (System.nanoTime() - begin) / 1e9, text);
    }
}
