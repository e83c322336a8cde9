package io.aifactory.local.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process that is alive, told by its id and its start: an id alone may belong to somebody else by now. */
public final class RunningProcess {

    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private RunningProcess() {}

    /** Returns the process with the given id that was started at the given time, if it is alive. */
    public static Optional<ProcessHandle> find(@Nullable Long pid, @Nullable Instant started) {
        if (pid == null || started == null) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid).filter(RunningProcess::alive).filter(handle -> started(handle)
                .map(found -> Duration.between(found, started).abs().compareTo(START_TOLERANCE) < 0)
                .orElse(true));
    }

    /** Returns when the process was started, where the system tells. */
    public static Optional<Instant> started(ProcessHandle handle) {
        return handle.info().startInstant();
    }

    /** Returns whether the process runs; one that ended and was not yet collected does not. */
    public static boolean alive(ProcessHandle handle) {
        return handle.isAlive() && !zombie(handle);
    }

    private static boolean zombie(ProcessHandle handle) {
        var stat = Path.of("/proc", String.valueOf(handle.pid()), "stat");
        try {
            return Files.isReadable(stat) && Files.readString(stat).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
