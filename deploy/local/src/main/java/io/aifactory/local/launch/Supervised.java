package io.aifactory.local.launch;

import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.ProcessState.Phase;
import io.aifactory.local.home.RunningProcess;
import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process that is kept alive: looked at regularly, started again when it died. */
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final Duration CALM = Duration.ofSeconds(30);

    private final ProcessPlan plan;
    private final Clock clock;

    private @Nullable ProcessHandle handle;
    private @Nullable Instant started;
    private Instant nextStart;
    private Phase phase = Phase.WAITING;
    private Instant since;
    private int restarts;
    private int deathsInARow;

    Supervised(ProcessPlan plan, Clock clock) {
        this.plan = plan;
        this.clock = clock;
        this.since = clock.instant();
        this.nextStart = since;
    }

    /** Takes over a process that a former supervisor started and left running. */
    synchronized void adopt(ProcessState former) {
        RunningProcess.find(former.pid(), former.started()).ifPresent(running -> {
            LOG.info("{} is running already, pid {}", plan.name(), running.pid());
            handle = running;
            started = former.started();
            restarts = former.restarts();
            enter(Phase.STARTING);
        });
    }

    /** Looks at it once: starts it when it is due, notices its death and its readiness. */
    synchronized void look(Predicate<String> ready) {
        var running = handle;
        if (running == null) {
            startWhenDue(ready);
        } else if (!RunningProcess.alive(running)) {
            died(running);
        } else if (plan.ready().getAsBoolean()) {
            enter(Phase.READY);
            forgetDeaths();
        } else {
            enter(Phase.STARTING);
        }
    }

    synchronized ProcessState state() {
        var pid = handle == null ? null : handle.pid();
        return new ProcessState(plan.name(), plan.port(), phase, pid, started, since, restarts);
    }

    synchronized Optional<ProcessHandle> stopWatching() {
        var running = Optional.ofNullable(handle);
        handle = null;
        started = null;
        enter(Phase.STOPPED);
        return running;
    }

    private void startWhenDue(Predicate<String> ready) {
        if (phase == Phase.STOPPED || clock.instant().isBefore(nextStart)) {
            return;
        }
        if (phase == Phase.WAITING && !plan.after().stream().allMatch(ready)) {
            return;
        }
        start();
    }

    private void start() {
        try {
            var builder = new ProcessBuilder(plan.command());
            builder.environment().putAll(plan.environment());
            builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            var process = builder.start();
            handle = process.toHandle();
            started = RunningProcess.started(process.toHandle()).orElseGet(clock::instant);
            enter(Phase.STARTING);
            LOG.info("{} started, pid {}", plan.name(), process.pid());
            var unused = process.onExit()
                    .thenAccept(ended ->
                            LOG.info("{}, pid {}, ended with code {}", plan.name(), ended.pid(), ended.exitValue()));
        } catch (IOException e) {
            LOG.error("{} can not be started", plan.name(), e);
            plannedAgain();
        }
    }

    private void died(ProcessHandle dead) {
        LOG.warn("{} died, pid {}", plan.name(), dead.pid());
        restarts++;
        plannedAgain();
    }

    private void plannedAgain() {
        handle = null;
        started = null;
        deathsInARow++;
        nextStart = clock.instant().plus(Backoff.after(deathsInARow));
        enter(Phase.RESTARTING);
    }

    private void forgetDeaths() {
        if (Duration.between(since, clock.instant()).compareTo(CALM) > 0) {
            deathsInARow = 0;
        }
    }

    private void enter(Phase next) {
        if (phase != next) {
            phase = next;
            since = clock.instant();
            LOG.info("{} is {}", plan.name(), next);
        }
    }
}
