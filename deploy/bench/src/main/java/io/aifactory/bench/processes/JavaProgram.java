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
        var command = new ArrayList<>(options(heap));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Returns the same for a program that needs a library which is not on this class path. */
    public static List<String> withLibrary(String heap, Path library, Class<?> program, List<String> arguments) {
        var command = new ArrayList<>(options(heap));
        command.addAll(List.of("-cp", library + File.pathSeparator + classPath(), program.getName()));
        command.addAll(arguments);
        return command;
    }

    /** Returns the same for a program that is a jar of its own. */
    public static List<String> ofJar(String heap, Path jar) {
        var command = new ArrayList<>(options(heap));
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static List<String> options(String heap) {
        var command = new ArrayList<>(List.of(java(), "-Xmx" + heap));
        command.addAll(SMALL);
        return command;
    }

    /** Returns the Java this process runs on. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Returns the class path of this process, wherever it was started. */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
