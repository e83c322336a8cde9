package io.aifactory.bench;

import io.aifactory.bench.catalogue.Catalogue;
import io.aifactory.bench.events.Events;
import io.aifactory.bench.faults.Faults;
import io.aifactory.bench.refine.Refine;
import io.aifactory.local.terminal.Complaints;
import java.time.Duration;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code factory bench} command line. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "NAME",
        description = "Measures the factory, or breaks everything around it to see whether it keeps its promises.",
        subcommands = {Events.class, Faults.class, Refine.class, Catalogue.class})
public final class Bench {

    private Bench() {}

    /** Runs one benchmark; the exit code tells how it went. */
    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "io-aifactory-bench-logback.xml");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var complaints = new Complaints();
        return new CommandLine(new Bench())
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .registerConverter(Duration.class, Bench::duration)
                .setUsageHelpAutoWidth(true);
    }

    /** Reads a time as people write it: 500ms, 20s, 2m. */
    private static Duration duration(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.endsWith("ms")
                ? Duration.ofMillis(Long.parseLong(lower.substring(0, lower.length() - 2)))
                : Duration.parse("PT" + lower);
    }
}
