package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Processors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The processor time that the three parts have used so far, as Linux tells it. It says more than the clock on a busy machine. */
final class ProcessorTime {

    private static final double MICROS_PER_TICK = 10_000;
    private static final int USER = 11;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private final long busPid;
    private final long postgresPid;

    ProcessorTime(Assignment assignment) {
        this.busPid = assignment.busPid();
        this.postgresPid = assignment.postgresPid();
    }

    /** Returns the microseconds used so far; absent where there is no {@code /proc}. */
    Optional<Processors> micros() {
        return Files.exists(stat(busPid)) ? Optional.of(read()) : Optional.empty();
    }

    /** Returns what was used from one reading to a later one, by event. */
    static Processors perEvent(Processors before, Processors after, int events) {
        return new Processors(
                (after.jvm() - before.jvm()) / events,
                (after.bus() - before.bus()) / events,
                (after.postgres() - before.postgres()) / events);
    }

    private Processors read() {
        return new Processors(
                of(ProcessHandle.current().pid(), false), of(busPid, false), of(postgresPid, true) + backends());
    }

    private double backends() {
        return ProcessHandle.of(postgresPid).stream()
                .flatMap(ProcessHandle::children)
                .mapToDouble(backend -> of(backend.pid(), false))
                .sum();
    }

    /** A process that has just ended counts with its parent's ended children. */
    private static double of(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(stat(pid));
            var ticks = Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .skip(USER)
                    .limit(withEndedChildren ? ENDED_CHILDREN_SYSTEM - USER + 1 : 2);
            return ticks.mapToLong(Long::parseLong).sum() * MICROS_PER_TICK;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("can not read about process " + pid, e);
        }
    }

    private static Path stat(long pid) {
        return Path.of("/proc", String.valueOf(pid), "stat");
    }
}
