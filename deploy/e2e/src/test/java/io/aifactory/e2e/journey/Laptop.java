package io.aifactory.e2e.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A laptop with a factory on it: runs the command line as a person would, and can do worse to it than a person would. */
final class Laptop {

    private static final int LONGEST_COMMAND_MINUTES = 10;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path home;
    private final Map<String, String> environment;

    Laptop(Path home, Map<String, String> environment) {
        this.home = home;
        this.environment = environment;
    }

    /** What a command said and how it ended. */
    record Answer(int exitCode, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (IOException e) {
                throw new UncheckedIOException(text(), e);
            }
        }
    }

    Answer factory(String... arguments) {
        return factory(line -> {}, arguments);
    }

    /** Runs a verb and shows each of its lines, as it comes, to somebody. */
    Answer factory(Consumer<String> onLine, String... arguments) {
        var command = new ArrayList<>(List.of(root().resolve("factory").toString()));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
            builder.environment().put("FACTORY_HOME", home.toString());
            builder.environment().put("FACTORY_BUILD", "never");
            builder.environment().put("FACTORY_ARRIVAL_QUIETPERIOD", "200ms");
            builder.environment().putAll(environment);
            Process process = builder.start();
            List<String> lines = read(process, onLine);
            if (!process.waitFor(LONGEST_COMMAND_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("does not end: " + command);
            }
            return new Answer(process.exitValue(), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> read(Process process, Consumer<String> onLine) throws IOException {
        var lines = new ArrayList<String>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                onLine.accept(line);
            }
        }
        return lines;
    }

    /** Kills one of the factory's processes, as {@code kill -9} does. */
    void kill(String name) {
        JsonNode state = readState();
        StreamSupport.stream(state.get("processes").spliterator(), false)
                .filter(process -> process.get("name").asText().equals(name))
                .map(process -> process.get("pid").asLong())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    int restartsOf(String name) {
        return StreamSupport.stream(readState().get("processes").spliterator(), false)
                .filter(process -> process.get("name").asText().equals(name))
                .mapToInt(process -> process.get("restarts").asInt())
                .sum();
    }

    private JsonNode readState() {
        try {
            return JSON.readTree(home.resolve("run/state.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the processes of this factory that are alive. */
    List<String> running() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    /** Returns the lines of all processes' logs that hold the given text. */
    List<String> logLines(String text) {
        try (Stream<Path> logs = Files.list(home.resolve("logs"))) {
            return logs.flatMap(log -> linesOf(log).filter(line -> line.contains(text)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> linesOf(Path log) {
        try {
            return Files.readAllLines(log).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder.getParent() != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("mvnw")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inside the project"));
    }
}
