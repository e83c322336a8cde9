package io.aifactory.local.sharing;

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
import picocli.CommandLine.Parameters;

/** Offers a dataset. */
@Command(name = "offer", description = "Offer the silver of a dataset to master, as the project's lead.")
final class Offer implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", required = true, description = "Such as 11_diabetes_model_reg.")
    private String model = "";

    @Option(names = "--dataset", required = true, description = "Such as ds01_measurements.")
    private String dataset = "";

    @Option(names = "--to", required = true, description = "The dataset of master: master/{parent}/{dataset}.")
    private String master = "";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        Map<String, Object> body = Map.of(
                "project", project,
                "model", model,
                "dataset", dataset,
                "environment", environment,
                "master", master,
                "reason", reason);
        var offer = FactoryApi.as(signIn).post(ServiceName.LAKE, ResourcePath.of("share-backs"), body);
        output.answer(
                offer,
                List.of("Offered: %s. The core team says: ./factory share-back accept %1$s --reason '...'"
                        .formatted(Fields.text(offer, "id"))));
        return 0;
    }
}
