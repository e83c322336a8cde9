package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
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
        description = {
            "Show the datasets of a project, or of all projects you may see, each in its latest version.",
            "",
            "Words to search for are beginnings of names: of projects, models, datasets, layers, columns and tags."
        },
        footer = {
            "",
            "Examples:",
            "  ./factory datasets project001",
            "  ./factory datasets project001 --model 11_diabetes_model_reg --layer gold --all",
            "  ./factory datasets project001 --as-of 2026-11-20",
            "  ./factory datasets --search 'blood pressure'",
            "  ./factory datasets --search M11_GOLD_TRAIN --limit 500"
        })
public final class Datasets implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", arity = "0..1", description = "Such as project001. Default: all you may see.")
    private @Nullable String project;

    @Option(names = "--search", paramLabel = "WORDS", description = "Only those whose names have all of these words.")
    private @Nullable String search;

    @Option(names = "--model", description = "Only of this model.")
    private @Nullable String model;

    @Option(names = "--dataset", description = "With PROJECT: only this dataset; the merged one is gold.")
    private @Nullable String dataset;

    @Option(names = "--layer", description = "Only this layer: bronze, silver, gold, gold_train ...")
    private @Nullable String layer;

    @Option(names = "--env", description = "Only in this environment.")
    private @Nullable String environment;

    @Option(names = "--all", description = "Every version.")
    private boolean all;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As things were at the end of this day (2026-11-20, in UTC), or at 2026-11-20T10:15:30Z.")
    private @Nullable String asOf;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "Without PROJECT: how many, 500 at the most. Default: 50.")
    private @Nullable Integer limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Without PROJECT: where the page before ended.")
    private @Nullable String after;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (project == null) {
            showPage(ask(catalogue()));
        } else {
            show(ask(ofProject(project)));
        }
        return 0;
    }

    private ResourcePath ofProject(String name) {
        if (limit != null || after != null) {
            throw Refusal.usage("--limit and --after are for all projects; of one, all datasets are shown.");
        }
        return ResourcePath.of("projects", name, "datasets").with("dataset", dataset);
    }

    private ResourcePath catalogue() {
        if (dataset != null) {
            throw Refusal.usage("--dataset needs a PROJECT; use --search to find a dataset in all projects.");
        }
        return ResourcePath.of("datasets").with("limit", limit).with("cursor", after);
    }

    private JsonNode ask(ResourcePath path) {
        return FactoryApi.as(signIn)
                .get(
                        ServiceName.LAKE,
                        path.with("search", search)
                                .with("model", model)
                                .with("layer", layer)
                                .with("environment", environment)
                                .with("asOf", asOf)
                                .with("latest", !all));
    }

    private void showPage(JsonNode page) {
        show(page.path("datasets"));
        var next = Fields.text(page, "next");
        if (!next.isEmpty()) {
            output.progress("There are more; go on with --after " + next);
        }
    }

    private void show(JsonNode versions) {
        var table = Table.of(
                "project", "name", "env", "version", "rows", "bad rows", "saved at", "phase", "state", "model");
        Fields.items(versions)
                .forEach(one -> table.row(
                        Fields.text(one, "project"),
                        Fields.text(one, "registryName"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.text(one, "rows"),
                        Fields.text(one, "badRows"),
                        Fields.time(one, "savedAt"),
                        Fields.text(one, "phase"),
                        Fields.text(one, "state"),
                        Fields.text(one, "model")));
        output.answer(versions, table, nothing());
    }

    private String nothing() {
        return search == null && asOf == null
                ? "No dataset yet. Hand data in: ./factory put --help"
                : "No dataset is like that.";
    }
}
