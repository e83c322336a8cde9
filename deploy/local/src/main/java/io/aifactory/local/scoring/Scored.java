package io.aifactory.local.scoring;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds scores again. */
@Command(
        name = "scored",
        description = "Find scores again: by date, caller, model version, environment.",
        footer = {
            "",
            "Examples:",
            "  ./factory scored project001 --caller clinic-7",
            "  ./factory scored project001 --model 11_diabetes_model_reg --version 2 --from 2026-11-20T00:00:00Z --json"
        })
public final class Scored implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", description = "Scored by this model.")
    private @Nullable String model;

    @Option(names = "--version", description = "Scored by this version of it.")
    private @Nullable Integer version;

    @Option(names = "--env", description = "Scored in this environment.")
    private @Nullable String environment;

    @Option(names = "--caller", description = "Asked for by this caller.")
    private @Nullable String caller;

    @Option(names = "--from", description = "From this day or time on.")
    private @Nullable String from;

    @Option(names = "--to", description = "Up to this day, included, or before this time.")
    private @Nullable String to;

    @Option(names = "--scoring", description = "Of this scoring.")
    private @Nullable String scoring;

    @Option(names = "--limit", defaultValue = "50", description = "At most so many. Default: 50.")
    private int limit = 50;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("projects", project, "scored")
                .with("model", model)
                .with("version", version)
                .with("environment", environment)
                .with("caller", caller)
                .with("from", from)
                .with("to", to)
                .with("scoringId", scoring)
                .with("limit", limit);
        var found = FactoryApi.as(signIn).get(ServiceName.SCORING, path);
        var table = Table.of("scored at", "env", "version", "kind", "caller", "prediction", "scoring");
        Fields.items(found)
                .forEach(one -> table.row(
                        Fields.time(one, "scoredAt"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.lower(one, "kind"),
                        Fields.text(one, "caller"),
                        Fields.number(one.path("prediction")),
                        Fields.text(one, "scoringId")));
        output.answer(found, table, "Nothing was found.");
        return 0;
    }
}
