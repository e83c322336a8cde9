package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.ProcessState.Phase;
import io.aifactory.local.home.RunningProcess;
import io.aifactory.local.home.StateFile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps processes running: starts each when those it needs are ready, starts again what dies, writes down what it sees, and
 * stops them all when it is told to. What a former supervisor left running it takes over.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final List<ProcessPlan> plans;
    private final Map<String, Supervised> supervised;
    private final StateFile stateFile;
    private final ScheduledExecutorService looks;
    private final ProcessHandle self = ProcessHandle.current();
    private final Instant selfStarted;
    private @Nullable List<ProcessState> written;

    Supervisor(List<ProcessPlan> plans, StateFile stateFile, Clock clock) {
        this.plans = List.copyOf(plans);
        this.stateFile = stateFile;
        this.supervised =
                plans.stream().collect(Collectors.toMap(ProcessPlan::name, plan -> new Supervised(plan, clock)));
        this.looks = Executors.newScheduledThreadPool(4);
        this.selfStarted = RunningProcess.started(self).orElseGet(clock::instant);
    }

    /** Starts to look after the processes. */
    void start(Optional<FactoryState> former) {
        former.ifPresent(state -> state.processes().forEach(this::adopt));
        write();
        plans.forEach(plan -> regularly(() -> look(plan)));
        regularly(this::write);
    }

    /** Stops everything, the services before what they stand on. */
    void stop() {
        looks.shutdown();
        LOG.info("stopping");
        Shutdown.of(stopWatching(name -> !name.equals(Ports.BUS) && !name.equals(Ports.POSTGRES)));
        Shutdown.of(stopWatching(name -> true));
        write();
        LOG.info("stopped");
    }

    private List<ProcessHandle> stopWatching(Predicate<String> names) {
        return plans.stream()
                .map(ProcessPlan::name)
                .filter(names)
                .flatMap(name -> named(name).stopWatching().stream())
                .toList();
    }

    private void adopt(ProcessState former) {
        if (supervised.containsKey(former.name())) {
            named(former.name()).adopt(former);
        }
    }

    private void regularly(Runnable action) {
        var unused = looks.scheduleWithFixedDelay(guarded(action), 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RuntimeException e) {
                LOG.error("a look failed, there will be another", e);
            }
        };
    }

    private void look(ProcessPlan plan) {
        named(plan.name()).look(name -> named(name).state().phase() == Phase.READY);
    }

    private synchronized void write() {
        var processes = plans.stream().map(plan -> named(plan.name()).state()).toList();
        if (!processes.equals(written)) {
            stateFile.write(new FactoryState(self.pid(), selfStarted, ports(), processes));
            written = processes;
        }
    }

    private Map<String, Integer> ports() {
        return plans.stream().collect(Collectors.toMap(ProcessPlan::name, ProcessPlan::port));
    }

    private Supervised named(String name) {
        return Objects.requireNonNull(supervised.get(name), name);
    }
}
