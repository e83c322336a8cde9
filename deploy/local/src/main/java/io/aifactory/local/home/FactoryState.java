package io.aifactory.local.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs, as the supervisor last wrote it down.
 *
 * @param supervisor the supervisor's process id
 * @param supervisorStarted when the supervisor was started
 * @param ports the port of each process
 * @param processes each process
 */
public record FactoryState(
        long supervisor, Instant supervisorStarted, Map<String, Integer> ports, List<ProcessState> processes) {

    public FactoryState {
        ports = Map.copyOf(ports);
        processes = List.copyOf(processes);
    }

    /** Returns whether the supervisor that wrote this is alive. */
    public boolean supervised() {
        return RunningProcess.find(supervisor, supervisorStarted).isPresent();
    }

    /** Returns whether every process is ready. */
    public boolean ready() {
        return !processes.isEmpty()
                && processes.stream().allMatch(process -> process.phase() == ProcessState.Phase.READY);
    }

    /** Returns the named process. */
    public Optional<ProcessState> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }
}
