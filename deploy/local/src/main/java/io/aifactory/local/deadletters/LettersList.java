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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists dead letters. */
@Command(
        name = "list",
        description = "List dead letters, the oldest of each service first.",
        footer = {
            "",
            "Examples:",
            "  ./factory dead-letters list",
            "  ./factory dead-letters list --service lake --type foreign",
            "  ./factory dead-letters list --group 3f9a1c7e02bd --limit 500 --json"
        })
final class LettersList implements Callable<Integer> {

    @Mixin
    private Services services = new Services();

    @Mixin
    private Choice choice = new Choice();

    @Option(
            names = "--limit",
            defaultValue = "50",
            paramLabel = "COUNT",
            description = "How many of each service, 500 at the most. Default: 50.")
    private int limit = 50;

    @Option(
            names = "--after",
            defaultValue = "0",
            paramLabel = "NUMBER",
            description = "Those behind this number; with --service.")
    private long after;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var api = FactoryApi.as(signIn);
        var path =
                choice.on(ResourcePath.of("dead-letters")).with("limit", limit).with("after", after);
        var answers = Answers.of(services.chosen(), output, service -> api.get(service, path));
        var table = Table.of("id", "type", "project", "exception", "place", "message", "attempts", "died at");
        answers.each(
                (service, page) -> Fields.items(page.path("deadLetters")).forEach(one -> row(table, service, one)));
        output.answer(answers.elements(page -> page.path("deadLetters")), table, "No dead letter.");
        answers.each(this::tellOfMore);
        return answers.exitCode().code();
    }

    private static void row(Table table, ServiceName service, JsonNode one) {
        table.row(
                LetterId.of(service, one),
                Shown.type(one),
                Shown.text(one, "partition"),
                Shown.className(one, "errorType"),
                Shown.text(one, "errorPlace"),
                Shown.text(one, "error"),
                Fields.text(one, "attempts"),
                Fields.time(one, "lastFailedAt"));
    }

    private void tellOfMore(ServiceName service, JsonNode page) {
        long shown = page.path("deadLetters").size();
        long total = page.path("total").asLong();
        if (total > shown) {
            output.progress("%s has %d in all; go on with --service %s --after %s"
                    .formatted(service.module(), total, service.label(), Fields.text(page, "next")));
        }
    }
}
