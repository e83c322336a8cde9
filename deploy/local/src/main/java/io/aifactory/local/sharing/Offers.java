package io.aifactory.local.sharing;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows offers. */
@Command(name = "list", description = "Show what a project offered to master, and what became of it.")
final class Offers implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", arity = "0..1", description = "Such as project001. Default: all.")
    private @Nullable String project;

    @Option(names = "--acts", description = "Who did what and why, instead of how things stand.")
    private boolean acts;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var offers = FactoryApi.as(signIn)
                .get(ServiceName.LAKE, ResourcePath.of("share-backs").with("project", project));
        var table = Table.of("offer", "dataset", "env", "to", "state", "since");
        Fields.items(offers)
                .forEach(one -> table.row(
                        Fields.text(one, "id"),
                        Fields.text(one, "source"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "master"),
                        Fields.lower(one, "state"),
                        Fields.time(one, "offeredAt")));
        output.answer(offers, acts ? Shares.actsOf(Fields.items(offers)) : table, "Nothing was offered yet.");
        return 0;
    }
}
