package io.aifactory.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Worker}, as a process of its own. */
class WorkerTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Process process;
    private static BufferedReader answers;
    private static PrintStream requests;

    @BeforeAll
    static void start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-Dspark.master=local[1]", "-Dspark.sql.shuffle.partitions=1"));
        command.addAll(List.of("-cp", "target/classes:target/lib/*", Worker.class.getName()));
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("log").toFile())
                .start();
        answers = process.inputReader(UTF_8);
        requests = new PrintStream(process.getOutputStream(), true, UTF_8);
        assertThat(answers.readLine()).as("ready").isEqualTo("{}");
    }

    @AfterAll
    static void stop() {
        process.destroyForcibly();
    }

    @Test
    void runsStatementsAndOutlivesThoseThatFail() throws IOException {
        assertThat(ask(Map.of("act", "BEGIN"))).isEmpty();
        assertThat(ask(Map.of("act", "DEFINE", "name", "t", "query", "SELECT 1 AS a, 'Å😀' AS b")))
                .isEmpty();
        assertThat(ask(Map.of("act", "KEEP", "name", "u", "query", "SELECT a + 1 AS a, NULL AS b FROM t")))
                .isEmpty();
        assertThat(ask(rows("SELECT * FROM t UNION ALL SELECT * FROM u ORDER BY a")))
                .hasToString("{\"rows\":[[\"1\",\"Å😀\"],[\"2\",null]]}");
        assertThat(ask(Map.of("act", "COLUMNS", "query", "SELECT a FROM t")))
                .hasToString("{\"columns\":[{\"name\":\"a\",\"type\":\"INT\"}]}");

        assertThat(ask(rows("SELECT nothing FROM t")).at("/failure/query").asBoolean())
                .isTrue();
        JsonNode raised = ask(rows("SELECT raise_error('it is so')")).path("failure");
        assertThat(raised.path("query").asBoolean()).isTrue();
        assertThat(raised.path("reason").asText()).contains("it is so");
        assertThat(ask(rows("SELECT * FROM parquet.`" + folder + "/none`"))
                        .at("/failure/reason")
                        .asText())
                .contains("none");

        assertThat(ask(rows("SELECT a FROM t"))).hasToString("{\"rows\":[[\"1\"]]}");
    }

    @Test
    void writesFilesOnce() throws IOException {
        String parts = folder.resolve("parts").toString();
        Map<String, String> write = Map.of("act", "WRITE", "query", "SELECT 1 AS a", "folder", parts);

        assertThat(ask(write).path("files")).hasSize(1);
        assertThat(ask(rows("SELECT a FROM parquet.`" + parts + "`"))).hasToString("{\"rows\":[[\"1\"]]}");
        assertThat(ask(write).has("failure")).isTrue();
    }

    @Test
    void endsWhenThereIsNothingMoreToRead() throws Exception {
        var command =
                new ArrayList<String>(process.info().arguments().map(List::of).orElseThrow());
        command.add(0, process.info().command().orElseThrow());
        Process other = new ProcessBuilder(command)
                .redirectError(folder.resolve("other.log").toFile())
                .start();
        try (BufferedReader said = other.inputReader(UTF_8)) {
            assertThat(said.readLine()).isEqualTo("{}");
            other.getOutputStream().close();
            assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(other.exitValue()).isZero();
        } finally {
            other.destroyForcibly();
        }
    }

    private static Map<String, String> rows(String query) {
        return Map.of("act", "ROWS", "query", query);
    }

    private static JsonNode ask(Map<String, String> request) throws IOException {
        requests.println(JSON.writeValueAsString(request));
        return JSON.readTree(answers.readLine());
    }
}
