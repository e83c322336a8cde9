package io.aifactory.local.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Asks for scores. */
@Command(
        name = "score",
        description = "Score rows online with the model that is deployed.",
        footer = {
            "",
            "Needs a key of the endpoint: one made with key before, or one given in a file with --key-file or in the",
            "environment variable FACTORY_ENDPOINT_KEY; never on the command line, where others could see it.",
            "",
            "Examples:",
            "  ./factory score --project project001 --model 11_diabetes_model_reg --caller clinic-7 \\",
            "      --row '{\"age\": 59, \"bmi\": 32.1, \"bp\": 101}'",
            "  ./factory score --project project001 --model 11_diabetes_model_reg --caller clinic-7 --file rows.csv"
        })
public final class Score implements Callable<Integer> {

    @Option(names = "--project", required = true, description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", required = true, description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(names = "--env", defaultValue = "prod", description = "dev, test or prod. Default: prod.")
    private String environment = "prod";

    @Option(names = "--caller", required = true, description = "Who asks, to find the score again by.")
    private String caller = "";

    @Option(names = "--row", paramLabel = "JSON", description = "A row; may be said more than once.")
    private List<String> rows = List.of();

    @Option(names = "--file", description = "Rows, as .csv or .json.")
    private @Nullable Path file;

    @Option(names = "--key-file", paramLabel = "FILE", description = "A file that holds the endpoint's key.")
    private @Nullable Path keyFile;

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var request = Json.MAPPER.createObjectNode();
        request.set("data", data());
        var answer = new FactoryApi(FactoryHome.current(), new SignIn())
                .post(
                        ServiceName.SCORING,
                        ResourcePath.of("score", environment, project, model),
                        request,
                        Map.of("Authorization", "Bearer " + endpointKey(), "X-Caller-Id", caller));
        output.answer(answer, lines(answer));
        return 0;
    }

    private ArrayNode data() {
        var data = Json.MAPPER.createArrayNode();
        rows.forEach(row -> data.addAll(Rows.ofJson(row)));
        if (file != null) {
            data.addAll(Rows.ofFile(file));
        }
        if (data.isEmpty()) {
            throw Refusal.usage("There is nothing to score: say --row or --file.");
        }
        return data;
    }

    private String endpointKey() {
        if (keyFile != null) {
            return EndpointKeys.inFile(keyFile);
        }
        var given = System.getenv("FACTORY_ENDPOINT_KEY");
        if (given != null) {
            return given;
        }
        return new EndpointKeys(FactoryHome.current())
                .find(environment, project, model)
                .orElseThrow(() -> Refusal.of(
                        "No key of this endpoint is known here. Make one: ./factory key --project %s --model %s --env %s"
                                .formatted(project, model, environment)));
    }

    private static List<String> lines(JsonNode answer) {
        var table = Table.of("row", "result", "probability");
        var results = answer.path("result");
        for (int row = 0; row < results.size(); row++) {
            table.row(
                    row + 1,
                    Fields.number(results.path(row)),
                    probabilities(answer.path("probability").path(row)));
        }
        var lines = new ArrayList<>(table.lines());
        lines.add("scored by %s version %s, scoring %s"
                .formatted(
                        Fields.text(answer, "model"),
                        Fields.text(answer, "version"),
                        Fields.text(answer, "scoringId")));
        return lines;
    }

    private static String probabilities(JsonNode one) {
        return String.join(" ", Fields.items(one).stream().map(Fields::number).toList());
    }
}
