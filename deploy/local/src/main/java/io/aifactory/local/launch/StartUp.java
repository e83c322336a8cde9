package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.ProcessState.Phase;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts the factory and tells what becomes ready until everything is. */
public final class StartUp {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final int HOPELESS = 5;

    private final Launcher launcher;
    private final Consumer<String> progress;
    private final Set<String> told = new HashSet<>();
    private final Map<String, Integer> restartsBefore = new HashMap<>();
    private final long begun = System.nanoTime();

    public StartUp(Launcher launcher, Consumer<String> progress) {
        this.launcher = launcher;
        this.progress = progress;
    }

    /**
     * Returns what runs once everything is ready.
     *
     * @throws Refusal if the supervisor or a process does not stay alive or the time is over
     */
    public FactoryState run(Map<String, Integer> ports) {
        if (launcher.running().isEmpty()) {
            launcher.start(ports, progress);
        }
        return Waiting.atMost(LIMIT)
                .until("the factory to be ready; see ./factory status and ./factory logs", this::ready);
    }

    private Optional<FactoryState> ready() {
        var state = launcher.running();
        if (state.isEmpty() && launcher.supervisorEnded()) {
            throw Refusal.of("The supervisor ended. Why: ./factory logs supervisor");
        }
        state.ifPresent(running -> running.processes().forEach(this::tell));
        return state.filter(FactoryState::ready);
    }

    private void tell(ProcessState process) {
        if (process.phase() == Phase.READY && told.add(process.name())) {
            progress.accept("  %-13s ready after %.1f s".formatted(process.name(), (System.nanoTime() - begun) / 1e9));
        }
        var before = restartsBefore.computeIfAbsent(process.name(), name -> process.restarts());
        if (process.phase() == Phase.RESTARTING && process.restarts() - before >= HOPELESS) {
            throw Refusal.of(
                    "%s does not stay alive. Why: ./factory logs %s".formatted(process.name(), process.name()));
        }
    }
}
