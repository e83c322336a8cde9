package io.aifactory.bench.events;

import io.aifactory.bench.processes.Ground;
import io.aifactory.bench.processes.JavaProgram;
import io.aifactory.local.home.Json;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gives a measurement its place, a temporary folder, and its processes. Neither outlives it. */
final class EventsBench implements AutoCloseable {

    private static final String HEAP = "384m";
    private static final int LAST_LINES = 20;

    private final EventsPlan plan;
    private final Consumer<String> progress;
    private final Ground ground = new Ground();
    private final Backing backing = new Backing(ground);
    private volatile Optional<Process> measuring = Optional.empty();
    private boolean closed;

    EventsBench(EventsPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "measurement-down"));
    }

    Report run() {
        progress.accept("PostgreSQL and the bus start in " + ground.folder());
        backing.open();
        try {
            return measure(ground.folder().resolve("plan.json"), ground.folder().resolve("report.json"));
        } catch (IOException e) {
            throw new UncheckedIOException("can not measure in " + ground.folder(), e);
        }
    }

    private Report measure(Path task, Path report) throws IOException {
        Json.MAPPER.writeValue(task.toFile(), backing.assignment(plan));
        var process = started(List.of(task.toString(), report.toString()));
        try (var said = process.errorReader()) {
            said.lines().forEach(progress);
        }
        if (process.onExit().join().exitValue() != 0) {
            throw Refusal.of("The measuring process failed.", lastLines());
        }
        return Json.MAPPER.readValue(report.toFile(), Report.class);
    }

    private synchronized Process started(List<String> arguments) throws IOException {
        if (closed) {
            throw new IOException("the measurement has ended");
        }
        var builder = new ProcessBuilder(
                        JavaProgram.withAllCompilers(HEAP, MeasuringApplication.class, List.of(), arguments))
                .redirectOutput(log().toFile());
        builder.environment().putAll(backing.environment());
        var process = builder.start();
        measuring = Optional.of(process);
        return process;
    }

    private List<String> lastLines() throws IOException {
        List<String> lines = Files.readAllLines(log());
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    private Path log() {
        return ground.home().log("measuring");
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        measuring.ifPresent(process -> process.destroyForcibly().onExit().join());
        backing.close();
        ground.remove();
    }
}
