package io.aifactory.local.queries;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.local.home.FactoryHome;
import io.aifactory.local.home.Json;
import io.aifactory.local.rest.ServicesAtHand;
import io.aifactory.local.terminal.Complaints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Tests for {@link Sql} and {@link Query}. */
class QueriesTests {

    private static final String SQL = "/projects/project001/sql/";
    private static final String QUERY = "/projects/project001/models/11_x_reg/sql/dev";

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private final InputStream input = System.in;
    private ServicesAtHand services;

    @BeforeEach
    void serve() throws IOException {
        System.setProperty("factory.home", folder.toString());
        services = new ServicesAtHand(new FactoryHome(folder, folder));
    }

    @AfterEach
    void end() {
        services.close();
        System.clearProperty("factory.home");
        System.setIn(input);
    }

    @Test
    void takesAQueryTypedFromAFileAndFromStandardInput() throws IOException {
        services.with(SQL + "dev", "{}").with(SQL + "test", "{}");
        Path file = Files.writeString(folder.resolve("q.sql"), "SELECT 2 -- é");
        System.setIn(new ByteArrayInputStream("SELECT 3".getBytes(StandardCharsets.UTF_8)));

        assertThat(run(new Sql(), "project001", "SELECT 1")).isZero();
        assertThat(run(new Sql(), "project001", "@" + file, "--env=test", "--limit=7", "--as-of=2026-11-20"))
                .isZero();
        assertThat(run(new Sql(), "project001", "-", "--csv")).isZero();

        assertThat(services.asked())
                .containsExactly(
                        "POST /projects/project001/sql/dev SELECT 1",
                        "POST /projects/project001/sql/test?asOf=2026-11-20&limit=7 SELECT 2 -- é",
                        "POST /projects/project001/sql/dev SELECT 3");
    }

    @Test
    void asksNothingWithoutAQuery() {
        assertThat(run(new Sql(), "project001", " ")).isEqualTo(2);
        assertThat(run(new Sql(), "project001", "SELECT 1", "--csv", "--json")).isEqualTo(2);
        assertThat(run(new Sql(), "project001", "@" + folder.resolve("none.sql")))
                .isEqualTo(1);
        assertThat(said.toString()).contains("none.sql' that can be read as text");
        assertThat(services.asked()).isEmpty();
    }

    @Test
    void showsRowsAndTheVersionsThatAnsweredAndObeysNothingInThem() throws IOException {
        var answer = Json.MAPPER.readTree("""
                {"columns": [{"name": "id", "type": "BIGINT"}, {"name": "note", "type": "VARCHAR"}],
                 "rows": [["7", "\\u001b[2J"], ["11", null]], "truncated": true,
                 "tables": [{"table": "m11_gold", "project": "project001", "registryName": "M11_GOLD",
                     "environment": "dev", "version": 3, "savedAt": "2026-11-20T10:15:30.123Z"}]}""");

        assertThat(Sql.lines(answer))
                .containsExactly(
                        "ID  NOTE",
                        " 7   [2J",
                        "11",
                        "",
                        "the first 2 rows; there are more, and --limit says how many to show",
                        "read from project001/M11_GOLD@3 in dev, saved 2026-11-20T10:15:30Z");
    }

    @Test
    void showsSetsAndRemovesTheQueryOfADatasetOrOfTheMerge() throws IOException {
        services.with(QUERY, "{\"version\": 1, \"sql\": \"SELECT 1\"}");
        Path file = Files.writeString(folder.resolve("silver.sql"), "SELECT * FROM bronze");

        assertThat(run(new Query(), "show", "project001", "11_x_reg")).isZero();
        assertThat(run(new Query(), "set", "project001", "11_x_reg", file.toString(), "--dataset=ds01_a"))
                .isZero();
        assertThat(run(new Query(), "remove", "project001", "11_x_reg")).isZero();
        assertThat(run(new Query(), "remove", "project001", "12_y_reg")).isEqualTo(1);
        assertThat(run(new Query(), "set", "project001", "11_x_reg")).isEqualTo(2);
        assertThat(run(new Query())).isEqualTo(2);

        assertThat(services.asked())
                .startsWith(
                        "GET " + QUERY + " ",
                        "PUT " + QUERY + "?dataset=ds01_a SELECT * FROM bronze",
                        "DELETE " + QUERY + " ");
    }

    @Test
    void trialTellsWhatWouldBeTurnedAwayAndFailsWhereTheTableWouldBeRefused() throws IOException {
        String refused = """
                {"rowsTried": 50, "rows": 48, "badRows": 2, "columns": [{"name": "id", "type": "BIGINT"}],
                 "sample": [["1"]], "bad": ["_row,_reason,note", "7,\\"age 'x' is no integer, at all\\",\\"\\u001b[2J\\""],
                 "reasons": ["it has 48 good rows and needs 100"]}""";
        services.with(QUERY + "/trial", refused);

        assertThat(run(new Query(), "try", "project001", "11_x_reg", "--dataset=ds01_a"))
                .isEqualTo(1);
        assertThat(services.asked()).containsExactly("POST " + QUERY + "/trial?dataset=ds01_a ");
        assertThat(String.join("\n", TryQuery.lines(Json.MAPPER.readTree(refused))))
                .contains(
                        "50 rows tried, 48 rows made, 2 turned away",
                        "the table would be refused: it has 48 good rows and needs 100",
                        "age 'x' is no integer, at all")
                .doesNotContain("\u001b");
        services.with(QUERY + "/trial", "{\"rows\": 50, \"badRows\": 0, \"reasons\": []}");
        assertThat(run(new Query(), "try", "project001", "11_x_reg")).isZero();
    }

    private int run(Callable<Integer> verb, String... arguments) {
        var complaints = new Complaints();
        return new CommandLine(verb)
                .setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setExpandAtFiles(false)
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
