package io.aifactory.bench.refine;

import io.aifactory.bench.lake.Limits;
import io.aifactory.bench.processes.JavaProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** How engines are started. */
final class Engines {

    private static final String HEAP_OF_BARE = "512m";
    private static final String SPARK_SOURCE = "SparkScript.java";
    private static final List<String> OPENED_FOR_SPARK = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    private Engines() {}

    /** Returns what starts the engine in the given library. */
    static ScriptWay.Command bare(Path library, Limits limits) {
        return (script, spill) -> JavaProgram.withLibrary(
                HEAP_OF_BARE,
                library,
                BareEngine.class,
                List.of(
                        script.toString(),
                        spill.toString(),
                        String.valueOf(limits.megabytes()),
                        String.valueOf(limits.threads())));
    }

    /** Returns what starts Spark; all its memory is heap, so it gets as much of it as the engine gets memory, but no less than a gigabyte. */
    static ScriptWay.Command spark(Path jars, Limits limits) {
        return (script, spill) -> {
            var command = new ArrayList<String>();
            command.add(JavaProgram.java());
            command.add("-Xmx%dm".formatted(Math.max(limits.megabytes(), 1024)));
            command.add("-Duser.timezone=UTC");
            OPENED_FOR_SPARK.forEach(name -> command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(name)));
            command.add("--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED");
            command.addAll(
                    List.of("-cp", jars.resolve("*").toString(), source(spill).toString()));
            command.addAll(List.of(script.toString(), spill.toString(), String.valueOf(limits.threads())));
            return command;
        };
    }

    private static Path source(Path folder) {
        try (InputStream source =
                Objects.requireNonNull(Engines.class.getResourceAsStream("/spark/" + SPARK_SOURCE), SPARK_SOURCE)) {
            return Files.write(folder.resolve(SPARK_SOURCE), source.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("can not write to " + folder, e);
        }
    }
}
