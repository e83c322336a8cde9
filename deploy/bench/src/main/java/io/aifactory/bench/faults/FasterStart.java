package io.aifactory.bench.faults;

import io.aifactory.bench.processes.JavaProgram;
import io.aifactory.bench.workload.WorkloadApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The classes of a role as the JVM maps them into memory, made by starting one once, so that killed roles are back soon. */
final class FasterStart {

    private final Path classes;
    private final Path archive;

    FasterStart(Path folder) {
        this.classes = folder.resolve("workload.classes");
        this.archive = folder.resolve("workload.jsa");
    }

    /** Returns the options that start a role with it; none while it is not there. */
    List<String> options() {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xshare:auto")
                : List.of();
    }

    /** Makes it out of the classes that a role needs to start; only from jars, which is how the JVM wants it. */
    void make(Map<String, String> environment, Path log) {
        if (!fromJars()) {
            return;
        }
        run(List.of("-XX:DumpLoadedClassList=" + classes, "-Dspring.context.exit=onRefresh"), environment, log);
        run(
                List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive),
                environment,
                log);
    }

    private static void run(List<String> options, Map<String, String> environment, Path log) {
        try {
            var builder = new ProcessBuilder(JavaProgram.command("160m", WorkloadApplication.class, options, List.of()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            builder.start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException("can not start a role", e);
        }
    }

    private static boolean fromJars() {
        return Stream.of(JavaProgram.classPath().split(File.pathSeparator))
                .allMatch(entry -> entry.endsWith(".jar") && Files.isRegularFile(Path.of(entry)));
    }
}
