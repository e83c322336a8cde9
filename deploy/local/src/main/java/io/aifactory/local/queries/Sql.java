package io.aifactory.local.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.local.data.ValueTable;
import io.aifactory.local.home.ServiceName;
import io.aifactory.local.rest.FactoryApi;
import io.aifactory.local.rest.ResourcePath;
import io.aifactory.local.signin.SignIn;
import io.aifactory.local.terminal.Fields;
import io.aifactory.local.terminal.Output;
import io.aifactory.local.terminal.Refusal;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the data in the catalogue. */
@Command(
        name = "sql",
        description = {
            "Ask the datasets of a project in SQL: one SELECT, that reads and changes nothing.",
            "",
            "A table is called by its registry name, which ./factory datasets shows: M11_GOLD for the newest version,",
            "\"M11_GOLD@2\" for a certain one, \"M11_GOLD@research\" for the newest that is tried out,",
            "\"project002/M11_GOLD\" for that of another project you may see, \"11_diabetes_model_reg/M11_GOLD\" for that of a",
            "model where several have the name. The dialect is DuckDB's.",
            "",
            "QUERY is the query itself, @FILE for that in a file, or - for that on standard input."
        },
        footer = {
            "",
            "Examples:",
            "  ./factory sql project001 'SELECT count(*), avg(age) FROM M11_GOLD_TRAIN'",
            "  ./factory sql project001 'SELECT * FROM \"M11_GOLD@1\" EXCEPT SELECT * FROM \"M11_GOLD@2\"' --env test",
            "  ./factory sql project001 @report.sql --csv --limit 10000 > report.csv"
        })
public final class Sql implements Callable<Integer> {

    private static final String CSV = "text/csv";

    @Parameters(index = "0", paramLabel = "PROJECT", description = "Such as project001.")
    private String project = "";

    @Parameters(index = "1", paramLabel = "QUERY", description = "The query, @FILE, or - for standard input.")
    private String query = "";

    @Option(names = "--env", defaultValue = "dev", description = "dev, test or prod. Default: dev.")
    private String environment = "dev";

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "The newest is what was the newest on this day, or at this instant.")
    private @Nullable String asOf;

    @Option(names = "--limit", paramLabel = "COUNT", description = "How many rows, 10000 at the most. Default: 100.")
    private @Nullable Integer limit;

    @Option(names = "--csv", description = "Print the answer as CSV, safe to open in a spreadsheet.")
    private boolean csv;

    @Mixin
    private SignIn signIn = new SignIn();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() {
        if (csv && output.json()) {
            throw Refusal.usage("--csv and --json exclude each other.");
        }
        var path = ResourcePath.of("projects", project, "sql", environment)
                .with("asOf", asOf)
                .with("limit", limit);
        if (csv) {
            print(FactoryApi.as(signIn).postText(ServiceName.LAKE, path, SqlText.of(query), CSV));
        } else {
            var answer = FactoryApi.as(signIn).postText(ServiceName.LAKE, path, SqlText.of(query));
            output.answer(answer, lines(answer));
        }
        return 0;
    }

    private void print(HttpResponse<String> answer) {
        output.text(answer.body());
        answer.headers().firstValue("Factory-Versions").ifPresent(versions -> output.progress("read from " + versions));
        if (answer.headers()
                .firstValue("Factory-Truncated")
                .filter("true"::equals)
                .isPresent()) {
            output.progress("There are more rows; --limit says how many to show.");
        }
    }

    static List<String> lines(JsonNode answer) {
        var lines = new ArrayList<>(ValueTable.of(answer.path("columns"), answer.path("rows")));
        lines.add("");
        lines.add(count(answer));
        answer.path("tables")
                .forEach(table -> lines.add("read from %s/%s@%s in %s, saved %s"
                        .formatted(
                                Fields.text(table, "project"),
                                Fields.text(table, "registryName"),
                                Fields.text(table, "version"),
                                Fields.text(table, "environment"),
                                Fields.time(table, "savedAt"))));
        return lines;
    }

    private static String count(JsonNode answer) {
        int rows = answer.path("rows").size();
        var shown = rows == 1 ? "1 row" : rows + " rows";
        return answer.path("truncated").asBoolean()
                ? "the first " + shown + "; there are more, and --limit says how many to show"
                : shown;
    }
}
