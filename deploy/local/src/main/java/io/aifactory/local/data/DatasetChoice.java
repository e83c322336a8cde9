package io.aifactory.local.data;

import io.aifactory.local.rest.ResourcePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dataset is meant, and which of its tables where it has several. */
final class DatasetChoice {

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "MODEL", description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Parameters(index = "2", paramLabel = "DATASET", description = "Such as ds01_measurements; the merged one is gold.")
    private String dataset = "";

    @Parameters(index = "3", paramLabel = "LAYER", description = "bronze, silver, gold, gold_train ...")
    private String layer = "";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "What was the latest on this day, or at this instant.")
    private @Nullable String asOf;

    @Option(names = "--to-score", description = "The latest data to be scored instead of learned from.")
    private boolean toScore;

    @Option(names = "--research", description = "The latest the team tries things out with, instead of what counts.")
    private boolean research;

    ResourcePath path(String... further) {
        var parts = new ArrayList<String>(
                List.of("projects", project, "models", model, "datasets", dataset, layer, environment));
        parts.addAll(List.of(further));
        return ResourcePath.of(parts.toArray())
                .with("asOf", asOf)
                .with("toScore", toScore ? true : null)
                .with("phase", research ? "research" : null);
    }

    boolean isAsOf() {
        return asOf != null;
    }
}
