package io.aifactory.lake.engine.spark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What starts the program that runs statements with Spark. */
final class WorkerCommand {

    private static final String MAIN = "io.aifactory.spark.Worker";

    /** What Spark opens of the JDK's inside, as its own start script does. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private WorkerCommand() {}

    static List<String> of(SparkProperties properties) {
        return properties.command().isEmpty() ? byClassPath(properties) : properties.command();
    }

    private static List<String> byClassPath(SparkProperties properties) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx%dm".formatted(properties.memory().toMegabytes()));
        command.add("-XX:+ExitOnOutOfMemoryError"); // what is left of Spark then can't be trusted
        command.add("-Duser.timezone=UTC");
        OPENED.forEach(name -> command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(name)));
        command.addAll(properties.jvmOptions());
        properties.conf().forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.addAll(List.of("-cp", Objects.requireNonNull(properties.classPath(), "a class path"), MAIN));
        return command;
    }
}
