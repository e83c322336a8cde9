package io.aifactory.local;

import io.aifactory.local.bus.Bus;
import io.aifactory.local.bus.Events;
import io.aifactory.local.launch.Down;
import io.aifactory.local.launch.Logs;
import io.aifactory.local.launch.Status;
import io.aifactory.local.launch.Supervise;
import io.aifactory.local.launch.Up;
import io.aifactory.local.terminal.Complaints;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code factory} command line. */
@Command(
        name = "factory",
        mixinStandardHelpOptions = true,
        version = "AI factory 0.1.0",
        synopsisSubcommandLabel = "VERB",
        description = "The AI factory on this machine.",
        subcommands = {Up.class, Down.class, Status.class, Logs.class, Supervise.class, Events.class, Bus.class})
public final class Factory {

    private Factory() {}

    /** Runs one verb; the exit code tells how it went. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var complaints = new Complaints();
        var commandLine = new CommandLine(new Factory())
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setUsageHelpAutoWidth(true);
        commandLine.getSubcommands().values().forEach(Factory::addHelp);
        return commandLine;
    }

    private static void addHelp(CommandLine verb) {
        verb.getCommandSpec().mixinStandardHelpOptions(true);
    }
}
