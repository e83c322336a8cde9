package io.aifactory.training.automl.child;

import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The command line of the child: the same Java and the same class path as this process, however it was started. From a
 * class path or an extracted Spring Boot jar (whose manifest lists its libraries) the main class is started directly;
 * from a whole Spring Boot jar by its PropertiesLauncher.
 */
final class ChildCommand {

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private ChildCommand() {}

    /** The command for a job; a small one starts faster and is done before thorough compilation would pay off. */
    static List<String> of(Path job, int heapMegabytes, boolean small) {
        var classFile = Objects.requireNonNull(SearchJob.class.getResource("SearchJob.class"));
        return of(job, heapMegabytes, small, classFile);
    }

    /** The class path, for the environment: ONNX Runtime does not bear the long command line it would make. */
    static String classPath() {
        return absolute(System.getProperty("java.class.path"));
    }

    static List<String> of(Path job, int heapMegabytes, boolean small, URL classFile) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx%dm".formatted(heapMegabytes),
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=" + (small ? 1 : 4),
                "-Xshare:auto",
                "-Duser.timezone=UTC",
                "-Dlogback.configurationFile=automl-logback.xml",
                "--enable-native-access=ALL-UNNAMED"));
        if (classFile.toString().contains("BOOT-INF")) {
            command.add("-Dloader.main=" + SearchJob.class.getName());
            command.add(LAUNCHER);
        } else {
            command.add(SearchJob.class.getName());
        }
        command.add(job.toString());
        return command;
    }

    /** The child works in a folder of its own, where relative paths mean something else. */
    private static String absolute(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
