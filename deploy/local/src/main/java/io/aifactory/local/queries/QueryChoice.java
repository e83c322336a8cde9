package io.aifactory.local.queries;

import io.aifactory.local.rest.ResourcePath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which of a project's queries is meant. */
final class QueryChoice {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "MODEL", description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(
            names = "--dataset",
            description = "Such as ds01_measurements. Default: the merge of all, which makes gold.")
    private @Nullable String dataset;

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    ResourcePath path() {
        return ResourcePath.of("projects", project, "models", model, "sql", environment)
                .with("dataset", dataset);
    }

    ResourcePath trial() {
        return ResourcePath.of("projects", project, "models", model, "sql", environment, "trial")
                .with("dataset", dataset);
    }

    String what() {
        return "%s of %s in %s".formatted(dataset == null ? "gold" : "silver of " + dataset, model, environment);
    }
}
