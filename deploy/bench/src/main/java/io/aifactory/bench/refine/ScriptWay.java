package io.aifactory.bench.refine;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Folders;
import io.aifactory.local.terminal.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An engine in a process of its own that is given statements, one file after the other. Time begins when its session is there. */
final class ScriptWay implements Way {

    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LAST_LINES = 20;

    private final Dialect dialect;
    private final Command command;
    private final Path folder;
    private final long rows;

    /**
     * Makes the way.
     *
     * @param command what starts the process
     * @param folder for what is made
     * @param rows how many rows a file has
     */
    ScriptWay(Dialect dialect, Command command, Path folder, long rows) {
        this.dialect = dialect;
        this.command = command;
        this.folder = folder.resolve(dialect.label());
        this.rows = rows;
    }

    /** What starts a process that runs a script, with a folder to spill to. */
    interface Command {
        List<String> of(Path script, Path spill);
    }

    @Override
    public Effort refine(List<Path> files) {
        FactoryHome.made(folder);
        try {
            Path script = Files.write(folder.resolve("script"), lines(files));
            return run(command.of(script, FactoryHome.made(folder.resolve("spill"))));
        } catch (IOException e) {
            throw new UncheckedIOException("can not run " + dialect.label(), e);
        } finally {
            Folders.delete(folder);
        }
    }

    private List<String> lines(List<Path> files) {
        return IntStream.range(0, files.size())
                .boxed()
                .flatMap(file -> Script.of(dialect, files.get(file), tables(file), rows).stream())
                .map(Script.Line::toString)
                .toList();
    }

    private Path tables(int file) {
        return FactoryHome.made(folder.resolve("tables-" + file));
    }

    private Effort run(List<String> arguments) throws IOException {
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(arguments).redirectError(log.toFile()).start();
        try (var said = process.inputReader(StandardCharsets.UTF_8);
                var tell = process.outputWriter(StandardCharsets.UTF_8)) {
            require("ready", said.readLine(), log);
            long begin = System.nanoTime();
            tell.write("\n");
            tell.flush();
            Map<Phase, Double> phases = phases(said, log);
            double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
            var use = ProcessUse.of(process.pid());
            return new Effort(
                    seconds,
                    phases,
                    use.processorSeconds().orElse(null),
                    use.peakMegabytes().orElse(null));
        } finally {
            process.destroyForcibly().onExit().join();
        }
    }

    private Map<Phase, Double> phases(BufferedReader said, Path log) throws IOException {
        var phases = new EnumMap<Phase, Double>(Phase.class);
        String line = said.readLine();
        while (line != null && line.contains("\t")) {
            String[] parts = line.split("\t");
            phases.merge(
                    Phase.valueOf(parts[0].toUpperCase(Locale.ROOT)),
                    Long.parseLong(parts[1]) / MILLIS_PER_SECOND,
                    Double::sum);
            line = said.readLine();
        }
        require("done", line, log);
        return phases;
    }

    private void require(String expected, @Nullable String said, Path log) throws IOException {
        if (!expected.equals(said)) {
            List<String> lines = Files.readAllLines(log);
            throw Refusal.of(
                    "The process of %s failed.".formatted(dialect.label()),
                    lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        }
    }
}
