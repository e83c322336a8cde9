package io.aifactory.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.ProcessState.Phase;
import io.aifactory.local.home.RunningProcess;
import io.aifactory.local.home.StateFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private StateFile stateFile;
    private Supervisor supervisor;

    @BeforeEach
    void prepare() {
        var home = new FactoryHome(folder, folder);
        FactoryHome.made(home.logs());
        stateFile = new StateFile(home);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void startsAgainWhatWasKilled() {
        supervise(Optional.empty(), plan("sleeper", "exec sleep 600", () -> true));
        awaitPhase("sleeper", Phase.READY);
        var first = pid("sleeper");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(process("sleeper").restarts()).isEqualTo(1));
        awaitPhase("sleeper", Phase.READY);
        assertThat(pid("sleeper")).isNotEqualTo(first);
    }

    @Test
    void waitsWithWhatNeedsOthers() {
        var databaseReady = new AtomicBoolean();
        supervise(
                Optional.empty(),
                plan("database", "exec sleep 600", databaseReady::get),
                plan("service", "exec sleep 600", () -> true, "database"));
        awaitPhase("database", Phase.STARTING);
        assertThat(process("service").phase()).isEqualTo(Phase.WAITING);

        databaseReady.set(true);

        awaitPhase("service", Phase.READY);
    }

    @Test
    void takesBackThatAProcessIsReady() {
        var healthy = new AtomicBoolean(true);
        supervise(Optional.empty(), plan("sleeper", "exec sleep 600", healthy::get));
        awaitPhase("sleeper", Phase.READY);

        healthy.set(false);

        awaitPhase("sleeper", Phase.STARTING);
        assertThat(process("sleeper").restarts()).isZero();
    }

    @Test
    void waitsLongerEachTimeWithWhatKeepsDying() {
        supervise(Optional.empty(), plan("hopeless", "exit 1", () -> true));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(process("hopeless").restarts()).isGreaterThanOrEqualTo(3));

        assertThat(Backoff.after(1)).isLessThan(Backoff.after(2));
        assertThat(Backoff.after(60)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesOverWhatAFormerSupervisorLeftRunning() throws Exception {
        var left = new ProcessBuilder("sleep", "600").start();
        var former = new ProcessState(
                "sleeper",
                1,
                Phase.READY,
                left.pid(),
                RunningProcess.started(left.toHandle()).orElseThrow(),
                Clock.systemUTC().instant(),
                4);

        supervise(
                Optional.of(new FactoryState(1, Clock.systemUTC().instant(), Map.of(), List.of(former))),
                plan("sleeper", "exec sleep 600", () -> true));

        awaitPhase("sleeper", Phase.READY);
        assertThat(process("sleeper").pid()).isEqualTo(left.pid());
        assertThat(process("sleeper").restarts()).isEqualTo(4);
    }

    @Test
    void leavesNothingRunningWhenItStops() {
        supervise(Optional.empty(), plan("sleeper", "exec sleep 600", () -> true));
        awaitPhase("sleeper", Phase.READY);
        var running = ProcessHandle.of(pid("sleeper")).orElseThrow();

        supervisor.stop();

        assertThat(RunningProcess.alive(running)).isFalse();
        assertThat(process("sleeper").phase()).isEqualTo(Phase.STOPPED);
    }

    private void supervise(Optional<FactoryState> former, ProcessPlan... plans) {
        supervisor = new Supervisor(List.of(plans), stateFile, Clock.systemUTC());
        supervisor.start(former);
    }

    private ProcessPlan plan(String name, String script, BooleanSupplier ready, String... after) {
        return new ProcessPlan(
                name,
                1,
                List.of("sh", "-c", script),
                Map.of(),
                folder.resolve("logs").resolve(name),
                List.of(after),
                ready);
    }

    private void awaitPhase(String name, Phase phase) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(process(name).phase()).isEqualTo(phase));
    }

    private long pid(String name) {
        return Optional.ofNullable(process(name).pid()).orElseThrow();
    }

    private ProcessState process(String name) {
        return stateFile.read().orElseThrow().process(name).orElseThrow();
    }
}
