package io.aifactory.lake.lineage.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.aifactory.lake.lineage.PendingRuns;
import io.aifactory.lake.lineage.ToldStory;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineageClientUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests for {@link EmissionRound} and what it sends, to a real server and into a real file. */
class OpenLineageTests {

    private static final String LAKE = "abfss://lake3@contoso{environment}.dfs.core.windows.net";
    private static final JdbcClient DATABASE = ToldStory.freshDatabase();

    @TempDir
    Path folder;

    private final List<OpenLineage.RunEvent> received = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile String refused = "nothing";
    private HttpServer server;
    private ToldStory story;

    @BeforeEach
    void tellNothingYet() throws IOException {
        DATABASE.sql("TRUNCATE lineage_edge, lineage_node, dataset_version").update();
        story = new ToldStory(DATABASE);
        server = serve(0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everyMadeVersionIsARunOfItsJob() {
        saveGoldWithColumns();
        story.refined().trained(1).told(story.scored("sco-1", 1, story.toScore()));

        round(Clock.systemUTC()).run();

        assertThat(received).hasSize(8).allSatisfy(event -> {
            assertThat(event.getEventType()).isEqualTo(EventType.COMPLETE);
            assertThat(event.getJob().getNamespace()).isEqualTo("aifactory");
            assertThat(event.getOutputs()).hasSize(1);
        });
        assertThat(event("in_to_silver/ds01_diabetes/bronze").getInputs())
                .extracting(OpenLineage.InputDataset::getName)
                .containsExactly(inFile("a.csv"), inFile("b.csv"));
        assertThat(event("training").getInputs())
                .extracting(input -> input.getFacets().getVersion().getDatasetVersion())
                .containsExactly("1", "1", "1");
        assertThat(event("scoring").getOutputs()).singleElement().satisfies(scored -> {
            assertThat(scored.getNamespace()).isEqualTo("abfss://lake3@contosoprod.dfs.core.windows.net");
            assertThat(scored.getName()).endsWith("/inference/1/scored/prod");
            assertThat(scored.getFacets().getVersion().getDatasetVersion()).isEqualTo("sco-1");
        });
        assertThat(authorizations).containsOnly("Bearer key");
    }

    @Test
    void aVersionSaysWhatItIsLike() {
        saveGoldWithColumns();
        story.refined();

        round(Clock.systemUTC()).run();

        OpenLineage.RunEvent gold = event("silver_to_gold/gold");
        OpenLineage.ParentRunFacet parent = gold.getRun().getFacets().getParent();
        assertThat(parent.getJob().getName()).isEqualTo(story.name("silver_to_gold"));
        assertThat(parent.getRun().getRunId()).isNotEqualTo(gold.getRun().getRunId());
        OpenLineage.OutputDataset made = gold.getOutputs().get(0);
        assertThat(made.getNamespace()).isEqualTo("abfss://lake3@contosodev.dfs.core.windows.net");
        assertThat(made.getName()).endsWith("/train/gold/dev/gold.parquet");
        assertThat(made.getOutputFacets().getOutputStatistics().getRowCount()).isEqualTo(100);
        assertThat(made.getFacets().getSchema().getFields())
                .extracting(OpenLineage.SchemaDatasetFacetFields::getName)
                .containsExactly("age", "ward");
        var metrics =
                made.getFacets().getDataQualityMetrics().getColumnMetrics().getAdditionalProperties();
        assertThat(metrics.get("age").getMin()).isEqualTo(18);
        assertThat(metrics.get("ward").getMin()).isNull();
        assertThat(metrics.get("ward").getNullCount()).isEqualTo(2);
    }

    @Test
    void aFileThatWasTurnedAwayIsARunThatFailed() {
        story.store.add(story.rejected("c.csv", "it has no column id"));

        round(Clock.systemUTC()).run();

        assertThat(received).singleElement().satisfies(event -> {
            assertThat(event.getEventType()).isEqualTo(EventType.FAIL);
            assertThat(event.getRun().getFacets().getErrorMessage().getMessage())
                    .isEqualTo("it has no column id");
            assertThat(event.getInputs()).extracting("name").containsExactly(inFile("c.csv"));
            assertThat(event.getOutputs()).isEmpty();
        });
    }

    @Test
    void aServerThatIsAwayIsToldOfEverythingOnceItIsBack() throws IOException {
        int port = server.getAddress().getPort();
        EmissionRound round = round(Clock.systemUTC());
        server.stop(0);
        story.refined();
        round.run();
        round.run();
        assertThat(received).isEmpty();

        server = serve(port);
        round.run();
        round.run();

        assertThat(received).hasSize(6);
        assertThat(received).extracting(event -> event.getRun().getRunId()).doesNotHaveDuplicates();
    }

    @Test
    void whatTheServerRefusesComesAgainAndHoldsUpNothingElse() {
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(2));
        story.refined();
        refused = "in_to_silver/ds01_diabetes/silver";
        round(Clock.systemUTC()).run();
        assertThat(received).hasSize(5);
        refused = "nothing";

        round(Clock.systemUTC()).run();
        assertThat(received).hasSize(5);
        round(later).run();

        assertThat(received).hasSize(6);
        assertThat(event("in_to_silver/ds01_diabetes/silver").getEventTime().toInstant())
                .isEqualTo(ToldStory.NOW);
    }

    @Test
    void theSameRunHasTheSameIdWhereverItIsTold() throws IOException {
        story.refined();
        round(Clock.systemUTC()).run();
        DATABASE.sql("UPDATE lineage_node SET emitted = false").update();
        Path file = folder.resolve("some/events.jsonl");

        new EmissionRound(
                        ToldStory.pendingRuns(DATABASE, Clock.systemUTC()),
                        new RunEvents(new DatasetNaming("file")),
                        new FileTransport(file))
                .run();

        List<OpenLineage.RunEvent> written = Files.readAllLines(file).stream()
                .map(OpenLineageClientUtils::runEventFromJson)
                .toList();
        assertThat(written)
                .extracting(event -> event.getRun().getRunId())
                .containsExactlyElementsOf(received.stream()
                        .map(event -> event.getRun().getRunId())
                        .toList());
        assertThat(written.get(0).getInputs().get(0).getName()).startsWith("/dev/lake3/projects/" + story.project);
    }

    private EmissionRound round(Clock clock) {
        PendingRuns runs = ToldStory.pendingRuns(DATABASE, clock);
        URI url = URI.create("http://127.0.0.1:%d/api/v1/lineage"
                .formatted(server.getAddress().getPort()));
        return new EmissionRound(runs, new RunEvents(new DatasetNaming(LAKE)), new HttpTransport(url, "key"));
    }

    private HttpServer serve(int port) throws IOException {
        HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        created.createContext("/api/v1/lineage", this::receive);
        created.start();
        return created;
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        OpenLineage.RunEvent event = OpenLineageClientUtils.runEventFromJson(body);
        boolean taken = !event.getJob().getName().endsWith(refused);
        if (taken) {
            received.add(event);
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
        }
        exchange.sendResponseHeaders(taken ? 201 : 422, -1);
        exchange.close();
    }

    private OpenLineage.RunEvent event(String job) {
        return received.stream()
                .filter(event -> event.getJob().getName().equals(story.name(job)))
                .findFirst()
                .orElseThrow();
    }

    private String inFile(String name) {
        return "projects/%s/%s/train/ds01_diabetes/in/dev/2026/11/20/%s"
                .formatted(story.project, ToldStory.MODEL, name);
    }

    private void saveGoldWithColumns() {
        DATABASE.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, path, rows,
                            bad_rows, fingerprint, columns, inputs, files, splits, run_id, saved_at, registry_name, terms)
                        VALUES (:project, 'm', 'gold', 'gold', 'dev', 1, 'zone', :path, 100, 0, 'f', CAST(:columns AS json),
                            '[]', '[]', '[]', 'run', now(), 'M11_GOLD', '')""")
                .param("project", story.project.value())
                .param("path", story.gold().file().path())
                .param("columns", """
                        [{"name": "age", "type": "BIGINT", "nulls": 0, "distinct": 9, "min": "18", "max": "90", "mean": 44.5},
                         {"name": "ward", "type": "VARCHAR", "nulls": 2, "distinct": 3, "min": "A", "max": "C"}]""")
                .update();
    }
}
