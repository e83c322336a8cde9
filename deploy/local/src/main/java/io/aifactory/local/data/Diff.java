package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what differs between two versions of a dataset. */
@Command(
        name = "diff",
        description = "Show what differs between two versions of a dataset: columns, statistics and rows.",
        footer = {
            "",
            "Examples:",
            "  ./factory diff project001 11_diabetes_model_reg ds01_measurements silver",
            "  ./factory diff project001 11_diabetes_model_reg gold gold --from 1 --to 3",
            "  ./factory diff project001 11_diabetes_model_reg gold gold_test --json"
        })
public final class Diff implements Callable<Integer> {

    @Mixin
    private DatasetChoice choice = new DatasetChoice();

    @Option(names = "--from", paramLabel = "NUMBER", description = "Default: the version before.")
    private @Nullable Integer from;

    @Option(names = "--to", paramLabel = "NUMBER", description = "Default: the latest.")
    private @Nullable Integer to;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var path = choice.path("diff").with("from", from).with("to", to);
        var diff = FactoryApi.as(signIn).get(ServiceName.LAKE, path);
        output.answer(diff, lines(diff));
        return 0;
    }

    static List<String> lines(JsonNode diff) {
        var lines = new ArrayList<String>();
        lines.add("%s, version %s of %s with version %s of %s"
                .formatted(
                        Fields.text(diff.path("to"), "registryName"),
                        Fields.text(diff.path("from"), "version"),
                        Fields.time(diff.path("from"), "savedAt"),
                        Fields.text(diff.path("to"), "version"),
                        Fields.time(diff.path("to"), "savedAt")));
        lines.add("columns  " + Schema.changed(diff.path("schemaChange")));
        lines.add("rows     %s, were %s; %s"
                .formatted(Fields.text(diff.path("to"), "rows"), Fields.text(diff.path("from"), "rows"), rows(diff)));
        lines.add("");
        lines.addAll(statistics(diff.path("columns")));
        examples(diff.path("rows").path("changes").path("examples"), lines);
        return lines;
    }

    private static String rows(JsonNode diff) {
        var changes = diff.path("rows").path("changes");
        return changes.isMissingNode()
                ? "not compared: " + Values.of(diff, "rowsNotCompared")
                : "%s added, %s removed, %s changed, %s unchanged by %s"
                        .formatted(
                                Fields.text(changes, "added"),
                                Fields.text(changes, "removed"),
                                Fields.text(changes, "changed"),
                                Fields.text(changes, "unchanged"),
                                Fields.list(diff.path("rows"), "key"));
    }

    private static List<String> statistics(JsonNode columns) {
        var table = Table.of("column", "no value", "distinct", "min", "max", "mean", "deviation");
        columns.forEach(column -> table.row(
                Values.of(column, "name"),
                both(column, "nulls"),
                both(column, "distinct"),
                both(column, "min"),
                both(column, "max"),
                both(column, "mean"),
                both(column, "standardDeviation")));
        return table.lines();
    }

    /** What is the same in both stands there once. */
    private static String both(JsonNode column, String field) {
        var before = Values.of(column.path("from"), field);
        var after = Values.of(column.path("to"), field);
        return before.equals(after) ? after : "%s → %s".formatted(orNothing(before), orNothing(after));
    }

    private static String orNothing(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private static void examples(JsonNode examples, List<String> lines) {
        if (!examples.isEmpty()) {
            lines.add("");
            lines.add("For example:");
            examples.forEach(example -> lines.add("  %-8s %s%s"
                    .formatted(
                            Fields.text(example, "kind").toLowerCase(Locale.ROOT),
                            Fields.items(example.path("key")).stream()
                                    .map(Values::of)
                                    .collect(Collectors.joining(" ")),
                            cells(example.path("cells")))));
        }
    }

    private static String cells(JsonNode cells) {
        return Fields.items(cells).stream()
                .map(cell -> "  %s %s → %s"
                        .formatted(
                                Values.of(cell, "column"),
                                orNothing(Values.of(cell, "before")),
                                orNothing(Values.of(cell, "after"))))
                .collect(Collectors.joining(","));
    }
}
