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

/**
 * The classes of a role as the JVM maps them into memory, so that killed roles are back soon. They are made once per build, by
 * starting a role, and kept beside the unpacked PostgreSQL.
 */
final class FasterStart {

    private static final String NAME = "bench-%x.jsa";

    private final Path folder;
    private final Path archive;

    FasterStart(Path folder) {
        this.folder = folder;
        this.archive = folder.resolve(NAME.formatted(edition()));
    }

    /** Returns the options that start a role with it; none while it is not there. */
    List<String> options() {
        return Files.exists(archive)
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off", "-Xshare:auto")
                : List.of();
    }

    /** Makes it, if it is not there; only from jars, which is how the JVM wants it. */
    void make(Map<String, String> environment, Path log) {
        if (Files.exists(archive) || !fromJars()) {
            return;
        }
        try {
            removeOlder();
            Path aside = folder.resolve("bench.part");
            Path classes = log.resolveSibling("workload.classes");
            run(List.of("-XX:DumpLoadedClassList=" + classes, "-Dspring.context.exit=onRefresh"), environment, log);
            withoutLambdas(classes);
            run(
                    List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + aside),
                    environment,
                    log);
            Files.move(aside, archive);
        } catch (IOException e) {
            throw new UncheckedIOException("can not prepare the roles; see " + log, e);
        }
    }

    /** Java 17 crashes over lambdas of classes from signed jars. */
    private static void withoutLambdas(Path classes) throws IOException {
        List<String> kept = Files.readAllLines(classes).stream()
                .filter(line -> !line.startsWith("@lambda-proxy"))
                .toList();
        Files.write(classes, kept);
    }

    private static void run(List<String> options, Map<String, String> environment, Path log) throws IOException {
        var builder = new ProcessBuilder(JavaProgram.command("160m", WorkloadApplication.class, options, List.of()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        builder.start().onExit().join();
    }

    private void removeOlder() throws IOException {
        try (var older = Files.newDirectoryStream(folder, "bench-*.jsa")) {
            for (var each : older) {
                Files.delete(each);
            }
        }
    }

    private static boolean fromJars() {
        return classPath().allMatch(entry -> entry.getName().endsWith(".jar") && entry.isFile());
    }

    private static long edition() {
        return classPath().mapToLong(File::lastModified).max().orElse(0);
    }

    private static Stream<File> classPath() {
        return Stream.of(JavaProgram.classPath().split(File.pathSeparator)).map(File::new);
    }
}
