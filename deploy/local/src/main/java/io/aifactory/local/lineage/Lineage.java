package io.aifactory.local.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what came from what. */
@Command(
        name = "lineage",
        description = "Show from what something was made, and what was made from it: from the file that was handed in"
                + " to the scored rows, and back.",
        footer = {
            "",
            "NODE is a dataset version, a model version, a scoring or a file in the lake.",
            "",
            "Examples:",
            "  ./factory lineage project001/11_diabetes_model_reg/gold/v2",
            "  ./factory lineage project001/11_diabetes_model_reg/ds01_measurements/silver/v1 --env test",
            "  ./factory lineage project001/11_diabetes_model_reg/model/3 --direction upstream",
            "  ./factory lineage project001/scoring/0198f2a6c1d47d3b9d4e5f60718293a4",
            "  ./factory lineage projects/project001/11_diabetes_model_reg/train/ds01_measurements/in/dev/2026/11/20/a.csv",
            "  ./factory lineage project001/11_diabetes_model_reg/model/3 --svg lineage.svg"
        })
public final class Lineage implements Callable<Integer> {

    private static final Pattern PROJECT = Pattern.compile("/*(?:projects/)?(project\\d+)/.+");

    @Parameters(paramLabel = "NODE", description = "What to begin with; see below.")
    private String node = "";

    @Option(
            names = "--env",
            defaultValue = "dev",
            description = "Where a dataset is meant, if NODE does not say. Default: dev.")
    private String environment = "dev";

    @Option(
            names = "--direction",
            defaultValue = "both",
            description = "upstream: from what it was made; downstream: what was made from it. Default: both.")
    private String direction = "both";

    @Option(names = "--depth", description = "At most so many steps away.")
    private @Nullable Integer depth;

    @Option(names = "--limit", description = "At most so many edges each way. Default: 500.")
    private @Nullable Integer limit;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into this file, for a browser.")
    private @Nullable Path picture;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("projects", project(), "lineage")
                .with("node", node)
                .with("environment", environment)
                .with("direction", direction)
                .with("depth", depth)
                .with("limit", limit);
        var graph = FactoryApi.as(signIn).get(ServiceName.LAKE, path);
        output.answer(graph, new LineageTree(graph).lines());
        if (picture != null) {
            draw(graph, picture);
        }
        return 0;
    }

    private String project() {
        Matcher named = PROJECT.matcher(node);
        if (!named.matches()) {
            throw Refusal.of(
                    "'%s' does not begin with a project.".formatted(node),
                    List.of(
                            "a dataset version: project001/11_diabetes_model_reg/gold/v2",
                            "a model version: project001/11_diabetes_model_reg/model/3",
                            "a scoring: project001/scoring/ and its id, as ./factory scored shows it",
                            "a file by its path in the lake: projects/project001/11_diabetes_model_reg/train/..."));
        }
        return named.group(1);
    }

    private void draw(JsonNode graph, Path file) {
        try {
            Files.writeString(file, new LineagePicture(graph).svg());
            output.progress("Drawn into %s".formatted(file));
        } catch (IOException e) {
            throw new UncheckedIOException("can not write " + file, e);
        }
    }
}
