package io.aifactory.local.promotions;

import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows promotions. */
@Command(
        name = "promotions",
        description =
                "Show the promotions of a project: what went where, what waits for a decision, what was refused and why.",
        footer = {
            "",
            "Examples:",
            "  ./factory promotions project001",
            "  ./factory promotions project001 --state 'awaiting approval'"
        })
public final class Promotions implements Callable<Integer> {

    @Parameters(paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Option(names = "--model", description = "Only of this model.")
    private @Nullable String model;

    @Option(names = "--state", description = "Only in this state, such as 'awaiting approval' or AWAITING_APPROVAL.")
    private @Nullable String state;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("projects", project, "promotions")
                .with("model", model)
                .with("state", state == null ? null : constant(state));
        var promotions = FactoryApi.as(signIn).get(ServiceName.PROMOTION, path);
        var table = Table.of("id", "model", "version", "from", "to", "state", "comparison", "decided by", "reasons");
        Fields.items(promotions)
                .forEach(one -> table.row(
                        Fields.text(one, "promotionId"),
                        Fields.text(one, "model"),
                        Fields.text(one, "version"),
                        Fields.text(one, "from"),
                        Fields.text(one, "to"),
                        Fields.lower(one, "state"),
                        Comparison.of(one),
                        Fields.text(one, "decidedBy"),
                        Fields.list(one, "reasons")));
        output.answer(promotions, table, "No promotion yet. A trained model asks for one by itself.");
        return 0;
    }

    /** A state may be said as the table shows it or as the service names it. */
    private static String constant(String state) {
        return state.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
    }
}
