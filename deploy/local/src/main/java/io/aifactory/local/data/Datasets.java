package io.aifactory.local.data;

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

/** Shows datasets. */
@Command(
        name = "datasets",
        description = "Show the datasets of a project, each in its latest version.",
        footer = {
            "",
            "Examples:",
            "  ./factory datasets project001",
            "  ./factory datasets project001 --model 11_diabetes_model_reg --layer gold --all"
        })
public final class Datasets implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", description = "Only of this model.")
    private @Nullable String model;

    @Option(names = "--dataset", description = "Only this dataset; the merged one is gold.")
    private @Nullable String dataset;

    @Option(names = "--layer", description = "Only this layer: bronze, silver, gold, gold_train ...")
    private @Nullable String layer;

    @Option(names = "--env", description = "Only in this environment.")
    private @Nullable String environment;

    @Option(names = "--all", description = "Every version.")
    private boolean all;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("projects", project, "datasets")
                .with("model", model)
                .with("dataset", dataset)
                .with("layer", layer)
                .with("environment", environment)
                .with("latest", !all);
        var versions = FactoryApi.as(signIn).get(ServiceName.LAKE, path);
        var table = Table.of("model", "dataset", "layer", "env", "version", "rows", "bad rows", "saved at");
        Fields.items(versions)
                .forEach(one -> table.row(
                        Fields.text(one, "model"),
                        Fields.text(one, "dataset"),
                        Fields.text(one, "layer"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.text(one, "rows"),
                        Fields.text(one, "badRows"),
                        Fields.time(one, "savedAt")));
        output.answer(versions, table, "No dataset yet. Hand data in: ./factory put --help");
        return 0;
    }
}
