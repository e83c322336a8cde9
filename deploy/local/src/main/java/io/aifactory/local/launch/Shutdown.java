package io.aifactory.local.launch;

import io.aifactory.local.home.RunningProcess;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends processes: asks all of them at once, waits, and kills what is left. */
final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LAST_MOMENT = Duration.ofSeconds(3);

    private Shutdown() {}

    /** Returns when none of the given processes runs any more. */
    static void of(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        await(processes, PATIENCE);
        var left = processes.stream().filter(RunningProcess::alive).toList();
        left.forEach(ProcessHandle::destroyForcibly);
        await(left, LAST_MOMENT);
    }

    private static void await(List<ProcessHandle> processes, Duration limit) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(exits)
                .completeOnTimeout(null, limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
