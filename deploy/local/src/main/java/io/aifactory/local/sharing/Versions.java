package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the versions of a master table. */
@Command(
        name = "versions",
        description = "Show what was committed to a table, newest first; --json has columns and files.")
final class Versions implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "master/{parent}/{dataset}.")
    private String dataset = "";

    @Option(names = "--layer", defaultValue = "silver", description = "bronze or silver. Default: silver.")
    private String layer = "silver";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("master", "versions")
                .with("dataset", dataset)
                .with("layer", layer)
                .with("environment", environment);
        var newest = FactoryApi.as(signIn).get(ServiceName.LAKE, path);
        var table = Table.of("version", "committed at", "operation", "engine");
        Fields.items(newest.path("commits"))
                .forEach(one -> table.row(
                        Fields.text(one, "version"),
                        Fields.time(one, "committedAt"),
                        Fields.text(one, "operation"),
                        Fields.text(one, "engine")));
        output.answer(newest, table, "Nothing was committed yet.");
        return 0;
    }
}
