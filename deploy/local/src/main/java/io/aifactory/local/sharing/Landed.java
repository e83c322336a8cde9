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
import picocli.CommandLine.Parameters;

/** Shows what landed in master. */
@Command(name = "files", description = "Show the files that landed in a dataset of master, and why some can't be used.")
final class Landed implements Callable<Integer> {

    @Parameters(paramLabel = "DATASET", description = "master/{parent}/{dataset}.")
    private String dataset = "";

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var files = FactoryApi.as(signIn)
                .get(ServiceName.LAKE, ResourcePath.of("master", "files").with("dataset", dataset));
        var table = Table.of("file", "env", "state", "looked at", "reason");
        Fields.items(files)
                .forEach(one -> table.row(
                        Fields.text(one, "path"),
                        Fields.text(one, "environment"),
                        Fields.lower(one, "state"),
                        Fields.time(one, "lookedAt"),
                        Fields.text(one, "reason")));
        output.answer(files, table, "No file was looked at yet.");
        return 0;
    }
}
