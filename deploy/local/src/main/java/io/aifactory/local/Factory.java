package io.aifactory.local;

import io.aifactory.local.bench.Bench;
import io.aifactory.local.bus.Bus;
import io.aifactory.local.bus.Events;
import io.aifactory.local.data.Dataset;
import io.aifactory.local.data.Datasets;
import io.aifactory.local.data.Diff;
import io.aifactory.local.data.Put;
import io.aifactory.local.data.Retention;
import io.aifactory.local.deadletters.DeadLetters;
import io.aifactory.local.demo.Demo;
import io.aifactory.local.lakes.LakeMigrate;
import io.aifactory.local.launch.Down;
import io.aifactory.local.launch.Logs;
import io.aifactory.local.launch.Status;
import io.aifactory.local.launch.Supervise;
import io.aifactory.local.launch.Up;
import io.aifactory.local.lineage.Lineage;
import io.aifactory.local.models.Models;
import io.aifactory.local.models.PipelineRun;
import io.aifactory.local.ordering.Order;
import io.aifactory.local.ordering.Projects;
import io.aifactory.local.promotions.Approve;
import io.aifactory.local.promotions.Champions;
import io.aifactory.local.promotions.Promote;
import io.aifactory.local.promotions.Promotions;
import io.aifactory.local.promotions.Reject;
import io.aifactory.local.queries.Query;
import io.aifactory.local.queries.Sql;
import io.aifactory.local.scoring.Key;
import io.aifactory.local.scoring.Score;
import io.aifactory.local.scoring.Scored;
import io.aifactory.local.sharing.Master;
import io.aifactory.local.sharing.Revoke;
import io.aifactory.local.sharing.Share;
import io.aifactory.local.sharing.ShareBack;
import io.aifactory.local.sharing.Shares;
import io.aifactory.local.sharing.Subscribe;
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
        subcommands = {
            Demo.class,
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            Order.class,
            Projects.class,
            Put.class,
            Datasets.class,
            Dataset.class,
            Diff.class,
            Sql.class,
            Query.class,
            Retention.class,
            Master.class,
            Share.class,
            Shares.class,
            Subscribe.class,
            Revoke.class,
            ShareBack.class,
            Lineage.class,
            LakeMigrate.class,
            Models.class,
            PipelineRun.class,
            Promotions.class,
            Approve.class,
            Reject.class,
            Promote.class,
            Champions.class,
            Key.class,
            Score.class,
            Scored.class,
            Events.class,
            DeadLetters.class,
            Bus.class,
            Bench.class,
            Supervise.class
        })
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
                .setUsageHelpAutoWidth(true)
                // a query may be given as @FILE
                .setExpandAtFiles(false);
        commandLine.getSubcommands().values().forEach(Factory::finish);
        return commandLine;
    }

    private static void finish(CommandLine verb) {
        verb.getCommandSpec().mixinStandardHelpOptions(true);
        // what comes after a benchmark's name is for the benchmark
        verb.setStopAtPositional(verb.getCommand() instanceof Bench);
        verb.getSubcommands().values().forEach(Factory::finish);
    }
}
