package io.aifactory.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.e2e.journey.Laptop.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole story from outside, twice on one laptop: undisturbed, then with each process killed once while it runs. Both
 * have to end with the same result. What people get wrong is tried on what is there afterwards.
 */
@TestMethodOrder(OrderAnnotation.class)
class StoryTests {

    private static final String DIABETES = "11_diabetes_model_reg";

    /** At which line of the story which process dies. */
    private static final Map<String, String> KILLS = Map.of(
            "is on the queue itsm-tickets", "provisioning",
            "measurements.csv is in the dev lake", "lake",
            "gold version 1 of 11_diabetes", "training",
            "version 1 for dev: promoted", "promotion",
            "version 1 for test: rmse", "scoring",
            "measurements-batch.csv is in the prod lake", "bus",
            "measurements-later.csv is in the dev lake", "postgres");

    @TempDir
    private static Path folder;

    private static SpanCollector traces;
    private static Laptop laptop;
    private static List<String> beforeMistakes = List.of();

    @BeforeAll
    static void unpack() throws IOException {
        traces = SpanCollector.start();
        laptop = new Laptop(
                Files.createDirectories(folder.resolve("factory-home")),
                Map.of("MANAGEMENT_OTLP_TRACING_ENDPOINT", traces.endpoint()));
    }

    @AfterAll
    static void tidyUp() {
        laptop.factory("down");
        traces.close();
    }

    @Test
    @Order(1)
    void theStoryEndsWithAllItPromisesAndLeavesNothingRunning() {
        Answer story = laptop.factory("demo", "--ports", "auto");

        assertThat(story.exitCode()).as(story.text()).isZero();
        assertThat(story.text())
                .contains("Project project001")
                .contains("bo approves 11_diabetes_model_reg version 1 for test")
                .contains("bo approves 11_diabetes_model_reg version 1 for prod")
                .contains("found again by date, caller clinic-7 and version 1 of 11_diabetes_model_reg: 3 rows")
                .contains("the batch is scored: 24 rows by version 1")
                .containsPattern("version 3 for dev: gates failed")
                .contains("is not lower than");
        assertThat(laptop.running()).isEmpty();
    }

    @Test
    @Order(2)
    void oneTraceShowsTheStoryFromTheTicketToTheScore() {
        String trace = traces.spans().stream()
                .filter(span -> span.name().equals("handle itsm-tickets"))
                .map(SpanCollector.Span::trace)
                .findFirst()
                .orElseThrow();

        List<SpanCollector.Span> story = traces.spans().stream()
                .filter(span -> span.trace().equals(trace))
                .toList();

        assertThat(story)
                .extracting(SpanCollector.Span::name)
                .contains(
                        "publish project.ordered",
                        "handle project.ordered",
                        "publish environment.provisioned",
                        "publish dataset.saved",
                        "publish model.trained",
                        "publish promotion.approved",
                        "publish model.deployed",
                        "publish scoring.completed");
        assertThat(traces.spans())
                .filteredOn(span -> span.name().startsWith("publish "))
                .extracting(SpanCollector.Span::trace)
                .containsOnly(trace);
        assertThat(story)
                .filteredOn(span ->
                        !story.stream().map(SpanCollector.Span::id).toList().contains(span.parent()))
                .as("where the trace begins")
                .extracting(SpanCollector.Span::name)
                .containsExactly("handle itsm-tickets");
    }

    @Test
    @Order(2)
    void everythingIsStillThereAfterDownAndUp() {
        assertThat(laptop.factory("up", "--ports", "auto").exitCode()).isZero();

        assertThat(factsOf("project001", "champions", "model", "environment", "version"))
                .hasSize(6);
        assertThat(laptop.factory("scored", "project001", "--env", "prod", "--caller", "clinic-7", "--json")
                        .json())
                .hasSize(6);
    }

    @Test
    @Order(3)
    void theStoryEndsTheSameThoughEachProcessIsKilledOnce() {
        var alive = new HashMap<>(KILLS);

        Answer story = laptop.factory(line -> killAt(line, alive), "demo", "--keep");

        assertThat(story.exitCode()).as(story.text()).isZero();
        assertThat(alive).as("each process was killed").isEmpty();
        KILLS.values()
                .forEach(name -> assertThat(laptop.restartsOf(name)).as(name).isPositive());
        assertThat(factsOf(
                        "project002",
                        "datasets",
                        "model",
                        "dataset",
                        "layer",
                        "environment",
                        "version",
                        "rows",
                        "badRows"))
                .containsExactlyInAnyOrderElementsOf(factsOf(
                        "project001",
                        "datasets",
                        "model",
                        "dataset",
                        "layer",
                        "environment",
                        "version",
                        "rows",
                        "badRows"));
        assertThat(factsOf("project002", "models", "model", "version", "trigger", "metrics"))
                .containsExactlyInAnyOrderElementsOf(
                        factsOf("project001", "models", "model", "version", "trigger", "metrics"));
        assertThat(factsOf("project002", "champions", "model", "environment", "version"))
                .containsExactlyInAnyOrderElementsOf(
                        factsOf("project001", "champions", "model", "environment", "version"));
        assertThat(factsOf("project002", "promotions", "model", "version", "from", "to", "state"))
                .containsExactlyInAnyOrderElementsOf(
                        factsOf("project001", "promotions", "model", "version", "from", "to", "state"));
        assertThat(factsOf("project002", "scored", "kind", "caller", "version", "environment", "prediction"))
                .containsExactlyInAnyOrderElementsOf(
                        factsOf("project001", "scored", "kind", "caller", "version", "environment", "prediction"));
        assertThat(laptop.logLines(" is dead after ")).as("dead letters").isEmpty();
        beforeMistakes = versionsOf("project001");
    }

    private static void killAt(String line, Map<String, String> alive) {
        List<String> due = alive.keySet().stream().filter(line::contains).toList();
        due.forEach(moment -> laptop.kill(alive.remove(moment)));
    }

    static Stream<List<String>> mistakes() throws IOException {
        Path noTable = Files.write(folder.resolve("picture.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3});
        Path noTicket = Files.writeString(folder.resolve("ticket.json"), "{\"number\": ");
        return Stream.of(
                List.of("projects", "project999"),
                List.of("datasets", "project999"),
                List.of("models", "project999"),
                List.of("promotions", "../../etc"),
                List.of("order", noTicket.toString()),
                List.of(
                        "put",
                        noTable.toString(),
                        "--project",
                        "project001",
                        "--model",
                        DIABETES,
                        "--dataset",
                        "ds02_serum"),
                List.of(
                        "put",
                        noTable.toString(),
                        "--project",
                        "project999",
                        "--model",
                        DIABETES,
                        "--dataset",
                        "ds02_serum"),
                List.of(
                        "put",
                        "missing.csv",
                        "--project",
                        "project001",
                        "--model",
                        DIABETES,
                        "--dataset",
                        "ds02_serum"),
                List.of("promote", DIABETES, "--project", "project001", "--version", "2", "--to", "prod"),
                List.of("approve", "prm-000000000000", "--as", "bo@contoso.com"),
                List.of("scored", "project001", "--from", "yesterday-ish"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    @Order(4)
    void aMistakeGetsOneClearAnswerAndNoStackTrace(List<String> mistake) {
        Answer answer = laptop.factory(mistake.toArray(String[]::new));

        assertThat(answer.exitCode()).as(answer.text()).isPositive();
        assertThat(answer.lines()).as("a message").isNotEmpty();
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    @Order(5)
    void noMistakeChangedAnything() {
        assertThat(versionsOf("project001")).isNotEmpty().isEqualTo(beforeMistakes);
    }

    @Test
    @Order(5)
    void aWrongKeyIsRefused() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong-key"), "wrong");

        Answer answer = laptop.factory(
                "score",
                "--project",
                "project001",
                "--model",
                DIABETES,
                "--env",
                "prod",
                "--caller",
                "clinic-7",
                "--key-file",
                wrong.toString(),
                "--row",
                "{\"age\": 50}");

        assertThat(answer.exitCode()).as(answer.text()).isPositive();
        assertThat(answer.text()).contains("key").doesNotContain("Exception");
    }

    @Test
    @Order(6)
    void whoDecidesTwiceOrOnTheirOwnIsRefused() {
        JsonNode waiting = StreamSupport.stream(
                        laptop.factory("promotions", "project001", "--json")
                                .json()
                                .spliterator(),
                        false)
                .filter(promotion -> promotion.get("state").asText().equals("AWAITING_APPROVAL"))
                .findFirst()
                .orElseThrow();
        String promotion = waiting.get("promotionId").asText();

        Answer own = laptop.factory("approve", promotion, "--as", "anna@contoso.com");
        Answer first = laptop.factory("reject", promotion, "--reason", "not this week", "--as", "bo@contoso.com");
        Answer second = laptop.factory("approve", promotion, "--as", "bo@contoso.com");

        assertThat(own.exitCode()).as(own.text()).isPositive();
        assertThat(first.exitCode()).as(first.text()).isZero();
        assertThat(second.exitCode()).as(second.text()).isPositive();
        assertThat(second.text()).containsIgnoringCase("rejected");
    }

    private static List<String> versionsOf(String project) {
        return factsOf(project, "datasets", "model", "dataset", "layer", "environment", "version");
    }

    /** What a verb lists of a project, only the given fields of each row. */
    private static List<String> factsOf(String project, String verb, String... fields) {
        Answer answer = laptop.factory(verb, project, "--json");
        assertThat(answer.exitCode()).as(answer.text()).isZero();
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(row -> Stream.of(fields)
                        .map(field -> field + "=" + row.get(field))
                        .toList()
                        .toString())
                .sorted()
                .toList();
    }
}
