package io.aifactory.local.launch;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.FactoryState;
import io.aifactory.local.home.Ports;
import io.aifactory.local.home.ProcessState;
import io.aifactory.local.home.RunningProcess;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.home.StateFile;
import io.aifactory.local.postgres.PostgresServer;
import io.aifactory.local.signin.Directory;
import io.aifactory.local.terminal.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts and stops the factory as a whole. */
public final class Launcher {

    private static final String HEAP_OF_SUPERVISOR = "80m";

    private final FactoryHome home;
    private final StateFile stateFile;
    private @Nullable Process supervisor;
    private boolean stopped;

    public Launcher(FactoryHome home) {
        this.home = home;
        this.stateFile = new StateFile(home);
    }

    /** Returns what runs, if the factory is up. */
    public Optional<FactoryState> running() {
        return stateFile.readSupervised();
    }

    /** Returns the ports the factory has, or had when it ran last. */
    public Optional<Map<String, Integer>> lastPorts() {
        return stateFile.read().map(FactoryState::ports);
    }

    /**
     * Starts a supervisor in the background, which starts everything else. What a former one left running keeps running, on
     * the ports it has. While one that was started before still comes up, nothing is done.
     *
     * @throws Refusal if somebody else uses a port, or the factory was stopped here
     */
    public synchronized void start(Map<String, Integer> wanted, Consumer<String> progress) {
        if (stopped) {
            throw Refusal.of("The factory is being stopped.");
        }
        if (supervisor != null && supervisor.isAlive()) {
            return;
        }
        var ports = new LinkedHashMap<>(wanted);
        leftRunning().forEach(process -> ports.put(process.name(), process.port()));
        refuseTakenPorts(ports);
        FactoryHome.made(home.logs());
        for (var environment : List.of("dev", "test", "prod")) {
            FactoryHome.made(home.lake().resolve(environment).resolve("lake3"));
        }
        new Directory(home).foundCoreTeam();
        if (leftRunning().isEmpty()) {
            OldEditions.remove(home.app());
        }
        prepare(ports, progress);
        supervisor = spawn(ports);
    }

    /** Returns whether the supervisor started here runs no more. */
    synchronized boolean supervisorEnded() {
        return supervisor != null && !supervisor.isAlive();
    }

    /** Stops everything for good and returns whether there was anything to stop; nothing is started here afterwards. */
    public synchronized boolean stop() {
        stopped = true;
        var supervisors = supervisors();
        Shutdown.of(supervisors);
        var left = leftRunning();
        Shutdown.of(left.stream().flatMap(Launcher::handle).toList());
        return !supervisors.isEmpty() || !left.isEmpty();
    }

    /** The one that wrote down what runs, and the one started here, which may not have come so far. */
    private List<ProcessHandle> supervisors() {
        var written = stateFile.read().flatMap(s -> RunningProcess.find(s.supervisor(), s.supervisorStarted()));
        var own = Optional.ofNullable(supervisor).map(Process::toHandle).filter(RunningProcess::alive);
        return Stream.concat(written.stream(), own.stream()).distinct().toList();
    }

    private List<ProcessState> leftRunning() {
        return stateFile.read().stream()
                .flatMap(state -> state.processes().stream())
                .filter(process -> handle(process).findAny().isPresent())
                .toList();
    }

    private static Stream<ProcessHandle> handle(ProcessState process) {
        return RunningProcess.find(process.pid(), process.started()).stream();
    }

    private void refuseTakenPorts(Map<String, Integer> ports) {
        var own = leftRunning().stream().map(ProcessState::name).toList();
        var taken = ports.entrySet().stream()
                .filter(entry -> !own.contains(entry.getKey()))
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .map(entry -> "%s needs port %d".formatted(entry.getKey(), entry.getValue()))
                .toList();
        if (!taken.isEmpty()) {
            throw Refusal.of("Ports are in use by other programs. End those, or run with --ports auto.", taken);
        }
    }

    private void prepare(Map<String, Integer> ports, Consumer<String> progress) {
        if (!Files.exists(home.postgres())) {
            progress.accept("Laying out the database server in " + home.postgres());
        }
        var unused = PostgresServer.in(home, ports.getOrDefault(Ports.POSTGRES, 0));
        var services = Stream.of(ServiceName.values()).filter(service -> ports.containsKey(service.label()));
        services.parallel().map(service -> ServiceJar.of(home, service)).forEach(ServiceJar::extracted);
    }

    private Process spawn(Map<String, Integer> ports) {
        var arguments = new ArrayList<>(List.of(
                "-Dfactory.home=" + home.root(),
                "-Dfactory.project=" + home.project(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.log.io.aifactory=info",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSX",
                "-cp",
                LauncherJars.classPath(home),
                "io.aifactory.local.Factory",
                "supervise"));
        ports.forEach((process, port) -> arguments.add("--port=%s=%d".formatted(process, port)));
        // a shell that ignores the terminal's signals hands that on: closing the terminal does not end the factory
        var command = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        command.addAll(JavaCommand.of(HEAP_OF_SUPERVISOR, arguments));
        try {
            var log = ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile());
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return builder.redirectInput(new File("/dev/null")).start();
        } catch (IOException e) {
            throw new UncheckedIOException("can not start the supervisor", e);
        }
    }
}
