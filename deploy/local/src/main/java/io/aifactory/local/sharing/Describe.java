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

/** Describes a dataset of master. */
@Command(name = "describe", description = "Say which column identifies a row of a dataset, so that it can be refined.")
final class Describe implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "master/{parent}/{dataset}.")
    private String dataset = "";

    @Option(names = "--key", required = true, description = "The column that identifies a row.")
    private String key = "";

    @Option(names = "--reason", required = true, description = "Why. It is recorded.")
    private String reason = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var described = FactoryApi.as(signIn)
                .post(
                        ServiceName.LAKE,
                        ResourcePath.of("master", "datasets"),
                        Map.of("dataset", dataset, "key", key, "reason", reason));
        output.answer(
                described,
                List.of("A row of %s is identified by %s."
                        .formatted(Fields.text(described, "dataset"), Fields.text(described, "key"))));
        return 0;
    }
}
