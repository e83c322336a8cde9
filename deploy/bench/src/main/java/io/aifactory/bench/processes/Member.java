package io.aifactory.bench.processes;

import io.aifactory.local.home.FactoryHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A process that is started again whenever it ends, until it is told to stay down. */
public final class Member {

    private static final Duration BREATH = Duration.ofMillis(500);

    private final String name;
    private final Supplier<List<String>> command;
    private final Map<String, String> environment;
    private final Path log;
    private final ScheduledExecutorService timer;
    private Optional<Process> process = Optional.empty();
    private Duration downtime = BREATH;
    private boolean wanted;

    Member(
            String name,
            Supplier<List<String>> command,
            Map<String, String> environment,
            Path log,
            ScheduledExecutorService timer) {
        this.name = name;
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.timer = timer;
    }

    /** Returns what it is called. */
    public String name() {
        return name;
    }

    /** Starts it and keeps it up from now on. */
    public synchronized void start() {
        wanted = true;
        launch();
    }

    /** Kills it as {@code kill -9} does, with all its children; it comes back after the given time. */
    public synchronized void kill(Duration down) {
        downtime = down;
        killTree();
    }

    /** Kills it and keeps it down until it is started. */
    public synchronized void keepDown() {
        wanted = false;
        killTree();
    }

    /** Stops its clockwork, with all its children, as {@code SIGSTOP} does. */
    public synchronized void pause() {
        signal("STOP");
    }

    /** Lets it go on. */
    public synchronized void resume() {
        signal("CONT");
    }

    /** Returns the id of its process, if it runs. */
    public synchronized Optional<Long> pid() {
        return process.filter(Process::isAlive).map(Process::pid);
    }

    private synchronized void launch() {
        if (!wanted || pid().isPresent()) {
            return;
        }
        try {
            var started = builder().start();
            process = Optional.of(started);
            var unused = started.onExit().thenRun(this::comeBack);
        } catch (IOException e) {
            throw new UncheckedIOException("can not start " + name, e);
        }
    }

    private ProcessBuilder builder() {
        var builder = new ProcessBuilder(command.get())
                .directory(FactoryHome.folderOf(log).toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder;
    }

    private synchronized void comeBack() {
        try {
            var unused = timer.schedule(this::launch, downtime.toMillis(), TimeUnit.MILLISECONDS);
            downtime = BREATH;
        } catch (RejectedExecutionException e) {
            wanted = false;
        }
    }

    private void killTree() {
        var tree = tree();
        tree.forEach(ProcessHandle::destroyForcibly);
        tree.forEach(handle -> handle.onExit().orTimeout(1, TimeUnit.MINUTES).join());
    }

    private List<ProcessHandle> tree() {
        return process.filter(Process::isAlive).stream()
                .flatMap(root -> Stream.concat(Stream.of(root.toHandle()), root.descendants()))
                .toList();
    }

    private void signal(String signal) {
        var pids = tree().stream().map(handle -> String.valueOf(handle.pid())).toList();
        if (pids.isEmpty()) {
            return;
        }
        try {
            var kill = Stream.concat(Stream.of("kill", "-" + signal), pids.stream())
                    .toList();
            new ProcessBuilder(kill)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException("can not signal " + name, e);
        }
    }
}
