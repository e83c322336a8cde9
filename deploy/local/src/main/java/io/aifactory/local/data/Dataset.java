package io.aifactory.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import io.aifactory.local.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows a version of a dataset. */
@Command(
        name = "dataset",
        description = "Show a version of a dataset: its columns with statistics, what changed, where it comes from.",
        footer = {
            "",
            "Examples:",
            "  ./factory dataset project001 11_diabetes_model_reg gold gold_train",
            "  ./factory dataset project001 11_diabetes_model_reg ds01_measurements silver --version 2 --sample",
            "  ./factory dataset project001 11_diabetes_model_reg gold gold --as-of 2026-11-20 --json"
        })
public final class Dataset implements Callable<Integer> {

    @Mixin
    private DatasetChoice choice = new DatasetChoice();

    @Option(names = "--version", paramLabel = "NUMBER", description = "Default: the latest.")
    private @Nullable Integer version;

    @Option(names = "--sample", description = "Show its first rows too.")
    private boolean sample;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (version != null && choice.isAsOf()) {
            throw Refusal.usage("--version says which version is meant, so --as-of says nothing.");
        }
        var number = version == null ? "latest" : version.toString();
        var detail = FactoryApi.as(signIn).get(ServiceName.LAKE, choice.path("versions", number));
        output.answer(detail, lines(detail, sample));
        return 0;
    }

    static List<String> lines(JsonNode detail, boolean sample) {
        var lines = new ArrayList<String>();
        lines.add("%s in %s, version %s: %s rows, %s bad rows"
                .formatted(
                        Fields.text(detail, "registryName"),
                        Fields.text(detail, "environment"),
                        Fields.text(detail, "version"),
                        Fields.text(detail, "rows"),
                        Fields.text(detail, "badRows")));
        lines.add("saved      %s, for %s, %s"
                .formatted(Fields.time(detail, "savedAt"), Fields.text(detail, "phase"), Fields.text(detail, "state")));
        lines.add("file       " + Fields.text(detail, "path"));
        lines.add("tags       " + tags(detail.path("tags")));
        lines.add("made from  " + references(detail.path("inputs"), detail.path("files")));
        lines.add("became     " + references(detail.path("children"), detail.path("none")));
        lines.add("columns    " + Schema.changed(detail.path("schemaChange")));
        lines.add("");
        lines.addAll(columns(detail));
        if (sample) {
            lines.add("");
            lines.addAll(rows(detail));
        }
        return lines;
    }

    private static String tags(JsonNode tags) {
        return tags.properties().stream()
                .map(tag -> tag.getKey() + "=" + Values.of(tag.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String references(JsonNode versions, JsonNode files) {
        var names = new ArrayList<String>();
        versions.forEach(one -> names.add("%s %s version %s"
                .formatted(Fields.text(one, "dataset"), Fields.text(one, "layer"), Fields.text(one, "version"))));
        files.forEach(file -> names.add(Values.of(file, "path")));
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private static List<String> columns(JsonNode detail) {
        var table = Table.of("column", "type", "no value", "distinct", "min", "max", "mean", "deviation");
        detail.path("columns")
                .forEach(column -> table.row(
                        Values.of(column, "name"),
                        Values.of(column, "type"),
                        Values.of(column, "nulls"),
                        Values.of(column, "distinct"),
                        Values.of(column, "min"),
                        Values.of(column, "max"),
                        Values.of(column, "mean"),
                        Values.of(column, "standardDeviation")));
        return table.lines();
    }

    private static List<String> rows(JsonNode detail) {
        var rows = detail.path("sample");
        if (rows.isEmpty()) {
            return List.of("No sample was taken when it was saved, or it has no rows.");
        }
        return ValueTable.of(detail.path("columns"), rows);
    }
}
