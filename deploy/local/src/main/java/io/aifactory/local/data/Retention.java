package io.aifactory.local.data;

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

/** Shows which versions would be removed. */
@Command(
        name = "retention",
        description = {
            "Show the dataset versions whose files the next nightly run would remove. Nothing is removed by asking.",
            "",
            "What a champion learned from or was compared on is never among them."
        },
        footer = {"", "Examples:", "  ./factory retention", "  ./factory retention --limit 1000 --json"})
public final class Retention implements Callable<Integer> {

    @Option(
            names = "--limit",
            defaultValue = "100",
            paramLabel = "COUNT",
            description = "How many to show, 1000 at the most. Default: 100.")
    private int limit = 100;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = ResourcePath.of("retention", "plan").with("limit", limit);
        var plan = FactoryApi.as(signIn).get(ServiceName.LAKE, path);
        var table = Table.of("env", "path", "version", "saved at");
        plan.path("versions")
                .forEach(one -> table.row(
                        Fields.text(one, "environment"),
                        Fields.text(one, "path"),
                        Fields.text(one, "version"),
                        Fields.time(one, "savedAt")));
        output.answer(plan, table, "Nothing would be removed.");
        plan.path("held")
                .forEach(held ->
                        output.progress("All of %s %s stays: it is not known what a champion of it learned from."
                                .formatted(Fields.text(held, "project"), Fields.text(held, "model"))));
        return 0;
    }
}
