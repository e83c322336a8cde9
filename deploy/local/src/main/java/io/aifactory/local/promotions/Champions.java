package io.aifactory.local.promotions;

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

/** Shows which model leads where. */
@Command(
        name = "champions",
        description = "Show which version of each model leads in which environment.",
        footer = {"", "Example:", "  ./factory champions project001"})
public final class Champions implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", description = "Only of this model.")
    private @Nullable String model;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("projects", project, "champions").with("model", model);
        var champions = FactoryApi.as(signIn).get(ServiceName.PROMOTION, path);
        var table = Table.of("model", "env", "version", "since", "approved by", "promotion");
        Fields.items(champions)
                .forEach(one -> table.row(
                        Fields.text(one, "model"),
                        Fields.text(one, "environment"),
                        Fields.text(one, "version"),
                        Fields.time(one, "since"),
                        Fields.text(one, "approvedBy"),
                        Fields.text(one, "promotionId")));
        output.answer(champions, table, "No champion yet.");
        return 0;
    }
}
