package io.aifactory.local.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the causes of dead letters. */
@Command(
        name = "groups",
        description = "Show why letters died: one line for each event type, exception and place in the code.",
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters groups",
            "  ./factory dead-letters groups --project project001"
        })
final class Groups implements Callable<Integer> {

    @Mixin
    private Services services = new Services();

    @Mixin
    private Choice choice = new Choice();

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var api = FactoryApi.as(signIn);
        var path = choice.on(ResourcePath.of("dead-letters", "groups"));
        var answers = Answers.of(services.chosen(), output, service -> api.get(service, path));
        var table = Table.of("group", "count", "type", "exception", "place", "first", "last", "example", "its message");
        answers.each((service, groups) -> groups.forEach(one -> row(table, service, one)));
        output.answer(answers.elements(UnaryOperator.identity()), table, "No dead letter.");
        return answers.exitCode().code();
    }

    private static void row(Table table, ServiceName service, JsonNode one) {
        table.row(
                Fields.text(one, "group"),
                Fields.text(one, "count"),
                Shown.type(one),
                Shown.className(one, "errorType"),
                Shown.text(one, "errorPlace"),
                Fields.time(one, "first"),
                Fields.time(one, "last"),
                LetterId.of(service, one, "example"),
                Shown.text(one, "exampleError"));
    }
}
