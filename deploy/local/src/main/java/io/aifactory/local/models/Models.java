package io.aifactory.local.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows trained models. */
@Command(
        name = "models",
        description = "Show the trained models of a project, or one version with its leaderboard.",
        footer = {
            "",
            "Metrics are those on the test set, which no learning has seen.",
            "",
            "Examples:",
            "  ./factory models project001",
            "  ./factory models project001 --model 11_diabetes_model_reg --version 1"
        })
public final class Models implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", description = "Only of this model.")
    private @Nullable String model;

    @Option(names = "--version", description = "This version with its leaderboard; needs --model.")
    private @Nullable Integer version;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var api = FactoryApi.as(signIn);
        if (version == null) {
            showAll(ModelVersions.of(api, project, model));
        } else {
            show(api.get(
                    ServiceName.TRAINING,
                    ResourcePath.of("projects", project, "models", requiredModel(), "versions", version)));
        }
        return 0;
    }

    private String requiredModel() {
        if (model == null) {
            throw Refusal.usage("--version needs --model: every model has its own versions.");
        }
        return model;
    }

    private void showAll(List<JsonNode> models) {
        var table = Table.of("model", "version", "trigger", "algorithm", "metrics on the test set", "trained at");
        models.forEach(one -> table.row(
                Fields.text(one, "model"),
                Fields.text(one, "version"),
                Fields.lower(one, "trigger"),
                Fields.text(one, "algorithm"),
                Fields.numbers(one, "metrics"),
                Fields.time(one, "trainedAt")));
        output.answer(models, table, "No trained model yet. Models are trained when their data is merged to gold.");
    }

    private void show(JsonNode one) {
        var lines = new ArrayList<>(List.of(
                "%s version %s: %s"
                        .formatted(
                                Fields.text(one, "model"), Fields.text(one, "version"), Fields.text(one, "algorithm")),
                "on the test set of %s rows: %s"
                        .formatted(Fields.text(one.path("testSet"), "rows"), Fields.numbers(one, "metrics")),
                "sha-256 " + Fields.text(one.path("artifact"), "sha256"),
                ""));
        lines.addAll(leaderboard(one).lines());
        output.answer(one, lines);
    }

    private static Table leaderboard(JsonNode one) {
        var table = Table.of("rank", "candidate", "metric", "cross-validated", "seconds", "weight");
        var rank = 1;
        for (var candidate : Fields.items(one.path("leaderboard"))) {
            table.row(
                    rank++,
                    Fields.text(candidate, "name"),
                    Fields.text(candidate, "metric"),
                    Fields.number(candidate.path("cvScore")),
                    Fields.number(candidate.path("fitSeconds")),
                    Fields.number(candidate.path("weight")));
        }
        return table;
    }
}
