package io.aifactory.local.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.data.ValueTable;
import io.aifactory.local.data.Values;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.scoring.CsvLines;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.ExitCode;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what a query would do. */
@Command(
        name = "try",
        description = {
            "Show what a query would make of the newest data, and what would be turned away; nothing is saved.",
            "",
            "Ends with exit code 1 if the query can't be run, or its table would be refused."
        })
final class TryQuery implements Callable<Integer> {

    @Mixin
    private QueryChoice choice = new QueryChoice();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The query; - for standard input. Default: none, the rows as they are.")
    private @Nullable String file;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        var sql = file == null ? "" : SqlText.ofFile(file);
        var trial = FactoryApi.as(signIn).postText(ServiceName.LAKE, choice.trial(), sql);
        output.answer(trial, lines(trial));
        return (trial.path("reasons").isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).code();
    }

    static List<String> lines(JsonNode trial) {
        var lines = new ArrayList<String>();
        lines.add("%s rows tried, %s rows made, %s turned away"
                .formatted(Fields.text(trial, "rowsTried"), Fields.text(trial, "rows"), Fields.text(trial, "badRows")));
        trial.path("reasons").forEach(reason -> lines.add("the table would be refused: " + Values.of(reason)));
        lines.add("");
        lines.addAll(columns(trial));
        lines.add("");
        lines.addAll(ValueTable.of(trial.path("columns"), trial.path("sample")));
        if (!Fields.text(trial, "badRows").equals("0")) {
            lines.add("");
            lines.add("turned away, some of them:");
            lines.addAll(turnedAway(trial));
        }
        return lines;
    }

    private static List<String> columns(JsonNode trial) {
        var table = Table.of("column", "type", "no value", "distinct", "min", "max");
        trial.path("columns")
                .forEach(column -> table.row(
                        Values.of(column, "name"),
                        Values.of(column, "type"),
                        Values.of(column, "nulls"),
                        Values.of(column, "distinct"),
                        Values.of(column, "min"),
                        Values.of(column, "max")));
        return table.lines();
    }

    /** A value with a line break may be cut off where the sample ends; what there is of its line is shown. */
    private static List<String> turnedAway(JsonNode trial) {
        var rows = CsvLines.of(
                Fields.items(trial.path("bad")).stream().map(JsonNode::asText).collect(Collectors.joining("\n")));
        if (rows.isEmpty()) {
            return List.of();
        }
        return ValueTable.of(rows.get(0), rows.subList(1, rows.size()));
    }
}
