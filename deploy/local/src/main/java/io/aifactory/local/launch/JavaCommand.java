package io.aifactory.local.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run Java programs so that seven of them fit on a laptop: small heaps, one collector thread, quick compiler only. */
final class JavaCommand {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=48m",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8");

    private JavaCommand() {}

    /** Returns the command that runs the given arguments of {@code java} with at most the given heap. */
    static List<String> of(String heap, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(java());
        command.add("-Xmx" + heap);
        command.addAll(SMALL);
        command.addAll(arguments);
        return command;
    }

    /** Returns the path of the Java this process runs on. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
