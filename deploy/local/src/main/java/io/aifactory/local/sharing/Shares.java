package io.aifactory.local.sharing;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows shares. */
@Command(
        name = "shares",
        description =
                "Show what a project shares and what is shared with it, who subscribed, and who did what and why.",
        footer = {
            "",
            "Examples:",
            "  ./factory shares project001",
            "  ./factory shares            # all of them, for the core team",
            "  ./factory shares project001 --acts"
        })
public final class Shares implements Callable<Integer> {

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
        var shares = FactoryApi.as(signIn)
                .get(ServiceName.LAKE, ResourcePath.of("shares").with("project", project));
        output.answer(
                shares,
                acts ? actsOf(Fields.items(shares)) : standing(Fields.items(shares)),
                "Nothing is shared yet. Share a dataset: ./factory share --help");
        return 0;
    }

    private static Table standing(List<JsonNode> shares) {
        var table = Table.of("share", "dataset", "env", "with", "in force", "since", "subscriptions");
        shares.forEach(one -> table.row(
                Fields.text(one, "id"),
                Fields.text(one, "source"),
                Fields.text(one, "environment"),
                Fields.text(one, "project"),
                one.path("inForce").asBoolean() ? "yes" : "no",
                Fields.time(one, "sharedAt"),
                subscriptions(one.path("subscriptions"))));
        return table;
    }

    private static String subscriptions(JsonNode subscriptions) {
        return Fields.items(subscriptions).stream()
                .filter(one -> Fields.text(one, "endedAt").isEmpty())
                .map(Shares::subscription)
                .collect(Collectors.joining(", "));
    }

    private static String subscription(JsonNode one) {
        JsonNode into = one.path("into");
        String id = Fields.text(one, "id");
        return into.isObject() ? "%s into %s".formatted(id, Fields.text(into, "dataset")) : id;
    }

    static Table actsOf(List<JsonNode> things) {
        var table = Table.of("id", "act", "by", "at", "reason");
        things.forEach(thing -> Fields.items(thing.path("acts"))
                .forEach(act -> table.row(
                        Fields.text(act, "about"),
                        Fields.lower(act, "act"),
                        Fields.text(act, "person"),
                        Fields.time(act, "doneAt"),
                        Fields.text(act, "reason"))));
        return table;
    }
}
