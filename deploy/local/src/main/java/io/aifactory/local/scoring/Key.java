package io.aifactory.local.scoring;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a key for an endpoint. */
@Command(
        name = "key",
        description =
                "Make a new key for a model's scoring endpoint. It is shown once, and kept for your own use of score.",
        footer = {"", "Example:", "  ./factory key --project project001 --model 11_diabetes_model_reg --env prod"})
public final class Key implements Callable<Integer> {

    @Option(names = "--project", required = true, description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", required = true, description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(names = "--env", defaultValue = "prod", description = "dev, test or prod. Default: prod.")
    private String environment = "prod";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var made = make(FactoryApi.as(signIn), project, environment, model);
        var file = new EndpointKeys(FactoryHome.current()).keep(environment, project, model, Fields.text(made, "key"));
        output.answer(made, List.of(Fields.text(made, "key")));
        output.progress("Kept for later use in " + file);
        return 0;
    }

    private static JsonNode make(FactoryApi api, String project, String environment, String model) {
        var path = ResourcePath.of("projects", project, "endpoints", environment, model, "keys");
        return api.post(ServiceName.SCORING, path, Map.of());
    }
}
