package io.aifactory.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.ProcessState.Phase;
import io.aifactory.local.home.RunningProcess;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.terminal.Refusal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTests {

    @TempDir
    Path folder;

    private FactoryHome home;

    @BeforeEach
    void prepare() {
        home = new FactoryHome(folder, folder);
    }

    @Test
    void doesNotCountRestartsOfEarlierTimes() {
        write(process("bus", Phase.READY, 0), process("lake", Phase.RESTARTING, 7));

        var state = new StartUp(
                        new Launcher(home),
                        news -> write(process("bus", Phase.READY, 0), process("lake", Phase.READY, 8)))
                .run(Map.of());

        assertThat(state.ready()).isTrue();
    }

    @Test
    void givesUpOnWhatDiesAgainAndAgain() {
        write(process("bus", Phase.READY, 0), process("lake", Phase.RESTARTING, 7));
        var startUp = new StartUp(
                new Launcher(home),
                news -> write(process("bus", Phase.READY, 0), process("lake", Phase.RESTARTING, 12)));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> startUp.run(Map.of()))
                .withMessage("lake does not stay alive. Why: ./factory logs lake");
    }

    @Test
    void saysAtOnceThatTheSupervisorEnded() {
        var noPorts = Map.<String, Integer>of();
        var startUp = new StartUp(new Launcher(home), news -> {});

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> startUp.run(noPorts))
                .withMessage("The supervisor ended. Why: ./factory logs supervisor");

        assertThat(home.log("supervisor")).isNotEmptyFile();
    }

    @Test
    void startsNothingOnceItWasStopped() {
        var launcher = new Launcher(home);
        launcher.stop();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> launcher.start(Map.of(), news -> {}))
                .withMessage("The factory is being stopped.");

        assertThat(home.logs()).doesNotExist();
    }

    /** Written by a supervisor that is alive: this process. */
    private void write(ProcessState... processes) {
        var self = ProcessHandle.current();
        new StateFile(home)
                .write(new FactoryState(
                        self.pid(), RunningProcess.started(self).orElseThrow(), Map.of("bus", 1), List.of(processes)));
    }

    private static ProcessState process(String name, Phase phase, int restarts) {
        return new ProcessState(name, 1, phase, null, null, Instant.EPOCH, restarts);
    }
}
