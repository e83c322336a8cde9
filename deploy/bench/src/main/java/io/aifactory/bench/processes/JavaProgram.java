package io.aifactory.bench.processes;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Command lines that run a Java program of this class path in a small JVM that starts quickly. */
public final class JavaProgram {

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m");

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8");

    private JavaProgram() {}

    /** Returns the command that runs the given class with at most the given heap and the given further options of the JVM. */
    public static List<String> command(String heap, Class<?> program, List<String> options, List<String> arguments) {
        var quick = new ArrayList<>(QUICK);
        quick.addAll(options);
        return withAllCompilers(heap, program, quick, arguments);
    }

    /** Returns the same for a program that runs long and is to be fast: it starts slowly and takes more memory. */
    public static List<String> withAllCompilers(
            String heap, Class<?> program, List<String> options, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heap);
        command.addAll(SMALL);
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Returns the class path of this process, wherever it was started. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
