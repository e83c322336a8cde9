package io.aifactory.local.bench;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs a benchmark in a JVM of its own. */
@Command(
        name = "bench",
        description = "Measure the factory, or break everything around it to see whether it keeps its promises.",
        footer = {
            "",
            "NAME is one of:",
            "  events     events per second, latency, the ratio to the bare client, growth with what waits",
            "  refine     a large CSV through all layers, beside the bare engine and Spark: time, memory, the ratio, growth",
            "  catalogue  listing, search, detail and lineage of 10,000 datasets over REST",
            "  faults     kill, pause, cut off and confuse everything, and prove that no event was lost, made up,",
            "             done twice or done out of order",
            "",
            "Each has a --help of its own. It needs no running factory and does not touch one.",
            "",
            "Examples:",
            "  ./factory bench events",
            "  ./factory bench faults --help",
            "  ./factory bench faults --events 2000 --projects 20 --seed 7"
        })
public final class Bench implements Callable<Integer> {

    private static final String HEAP = "-Xmx1g";

    @Parameters(arity = "1..*", paramLabel = "NAME [OPTION...]", description = "The benchmark and its options.")
    private List<String> arguments = new ArrayList<>();

    private final FactoryHome home = FactoryHome.current();

    @Override
    public Integer call() {
        try {
            var process = new ProcessBuilder(command()).inheritIO().start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
            return process.onExit().join().exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("can not start the benchmark", e);
        }
    }

    /** The benchmark ends what it started; it is given the time for that. */
    private static void end(Process process) {
        process.destroy();
        process.onExit().join();
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                HEAP,
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Dfactory.home=" + home.root(),
                "-Dfactory.project=" + home.project(),
                "-jar",
                jar().toString()));
        command.addAll(arguments);
        return command;
    }

    private Path jar() {
        var target = home.project().resolve("deploy").resolve("bench").resolve("target");
        try (var files = Files.exists(target) ? Files.list(target) : Stream.<Path>empty()) {
            return files.filter(file ->
                            file.getFileName().toString().matches("deploy-bench-[0-9][^/]*(?<!-tests|-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> Refusal.of("The benchmarks are not built. Run ./mvnw -DskipTests package"));
        } catch (IOException e) {
            throw new UncheckedIOException("can not look into " + target, e);
        }
    }
}
