package io.aifactory.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.BudgetExceeded;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.events.TrainingFailed;
import io.aifactory.contracts.events.TrainingSettings;
import io.aifactory.contracts.events.TrainingStarted;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.DeliveredModelFile;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.GoldFile;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.contracts.lake.GoldSplitFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.contracts.model.onnx.OnnxWriter;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.training.pipeline.azure.BinaryXml;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One model's story over the real bus, database, lake and engines; each test goes on where the one before ended. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DirtiesContext
class TrainingJourneyTests {

    private static final ProjectId PROJECT = ProjectId.of(1);
    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final ModelZone.Train ZONE = ModelZone.train(PROJECT, MODEL);
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Autowired
    private FactoryBusProbe probe;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Lakes lakes;

    @Autowired
    private TestRestTemplate http;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) throws IOException {
        var folder = Files.createTempDirectory("training");
        properties.add("factory.lake.root", () -> folder.resolve("lake"));
        properties.add("factory.training.folder", () -> folder.resolve("runs"));
    }

    @Test
    @Order(1)
    void trainsOnNewGold() throws Exception {
        probe.publish(new EnvironmentProvisioned(PROJECT, EnvironmentTier.DEV, 1, List.of(), NOW));
        probe.publish(configured());
        probe.publish(saved(1));

        var started = probe.await(TrainingStarted.class, event -> true);
        var trained = awaitVersion(1);

        assertThat(started.runId()).isEqualTo("project001-m11-gold-1").isEqualTo(trained.runId());
        assertThat(started.trigger()).isEqualTo(TrainingTrigger.DATA);
        assertThat(trained.metrics()).containsOnlyKeys("rmse", "mae", "mape", "r2", "spearman");
        assertThat(trained.metrics().get("r2")).isGreaterThan(0.35);
        assertThat(trained.peers()).isEmpty();
        assertThat(trained.requestedBy()).isEqualTo("ada@contoso.com");
        assertThat(trained.testSet().layer()).isEqualTo(LakeLayer.GOLD_TEST);
        var artifact = artifact(trained);
        assertThat(artifact.sha256()).isEqualTo(trained.artifact().sha256());
        assertThat(artifact.schema().indexOf("person_id")).isEqualTo(-1);
        assertThat(lakes.of(EnvironmentTier.DEV).find(new ModelFile(ZONE, EnvironmentTier.DEV, 1, "log.txt")))
                .isPresent();
    }

    @Test
    @Order(2)
    void takesModelOfPipelineAndScoresTheChampionOnTheSameTestSet() {
        probe.publish(promoted(1));
        deliver("4711", constantModel(150, 10));

        probe.sendToQueue("pipeline-runs", "build-4711", BinaryXml.of(message("4711", modelFile("4711")), 100));

        var trained = awaitVersion(2);
        assertThat(trained.trigger()).isEqualTo(TrainingTrigger.PIPELINE);
        assertThat(trained.requestedBy()).isEqualTo("chuck@contoso.com");
        assertThat(trained.peers()).extracting(TestScoring::modelVersion).containsExactly(1);
        assertThat(trained.peers().get(0).metrics()).isEqualTo(awaitVersion(1).metrics());
        assertThat(trained.metrics().get("rmse"))
                .isGreaterThan(trained.peers().get(0).metrics().get("rmse"));
        assertThat(trained.metrics()).doesNotContainKey("spearman");
    }

    @Test
    @Order(3)
    void findsModelOfCompletedBuildWhereItWasAgreed() {
        deliver("2727068", constantModel(160, 10));

        probe.sendToQueue(
                "pipeline-runs", "hook-1", build("2727068", "succeeded").getBytes(UTF_8));
        probe.sendToQueue(
                "pipeline-runs", "hook-2", build("2727068", "succeeded").getBytes(UTF_8));

        var trained = awaitVersion(3);
        assertThat(trained.runId()).isEqualTo("project001-m11-build-2727068");
        assertThat(trained.peers()).extracting(TestScoring::modelVersion).containsExactly(2, 1);
    }

    @Test
    @Order(4)
    void refusesModelWithAnotherNumberOfFeatures() {
        deliver("4712", constantModel(150, 3));

        probe.sendToQueue(
                "pipeline-runs",
                "build-4712",
                message("4712", modelFile("4712")).getBytes(UTF_8));

        var failed = probe.await(TrainingFailed.class, event -> event.runId().endsWith("build-4712"));
        assertThat(failed.reason()).isEqualTo("The ONNX model takes 3 features, the data has 10");
    }

    @Test
    @Order(5)
    void refusesModelThatIsNotThere() {
        probe.sendToQueue(
                "pipeline-runs",
                "build-4713",
                message("4713", modelFile("4713")).getBytes(UTF_8));

        var failed = probe.await(TrainingFailed.class, event -> event.runId().endsWith("build-4713"));
        assertThat(failed.reason()).startsWith("The delivered model is missing");
    }

    @Test
    @Order(6)
    void scoresPeersOnTheNewTestSetWhenGoldIsSavedAgain() throws Exception {
        probe.publish(saved(2));
        probe.publish(saved(2));

        var trained = awaitVersion(4);

        assertThat(trained.testSet().version()).isEqualTo(2);
        assertThat(trained.peers()).extracting(TestScoring::modelVersion).containsExactly(3, 2, 1);
        assertThat(artifact(trained).sha256())
                .isEqualTo(awaitVersion(1).artifact().sha256());
    }

    @Test
    @Order(7)
    void showsVersionsToMembersOnly() {
        var versions = get("/projects/project001/models/11_diabetes_model_reg/versions", "prj001_member");
        var details = get("/projects/project001/models/11_diabetes_model_reg/versions/1", "prj001_member");
        var models = get("/projects/project001/models", "prj001_approver");

        assertThat(versions.getBody()).hasSize(4);
        assertThat(versions.getBody().get(3).get("championOf").get(0).asText()).isEqualTo("dev");
        assertThat(details.getBody().get("leaderboard").get(0).get("name").asText())
                .isEqualTo("Ensemble");
        assertThat(details.getBody().get("version").asInt()).isOne();
        assertThat(details.getBody().get("scorings")).hasSize(2);
        assertThat(details.getBody().get("lineage").get("learnedFrom")).hasSize(2);
        assertThat(models.getBody().get(0).get("newestVersion").asInt()).isEqualTo(4);
        assertThat(get("/projects/project001/models", "prj002_member").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    @Order(8)
    void answersWhatIsNotThere() {
        var version = get("/projects/project001/models/11_diabetes_model_reg/versions/99", "prj001_member");
        var model = get("/projects/project001/models/12_other_model_reg/versions", "prj001_member");

        assertThat(version.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(version.getBody().get("type").asText()).isEqualTo("urn:aifactory:problem:model-version-not-found");
        assertThat(model.getBody().get("type").asText()).isEqualTo("urn:aifactory:problem:model-not-found");
        assertThat(get("/projects/project009/models", "coreteam")
                        .getBody()
                        .get("type")
                        .asText())
                .isEqualTo("urn:aifactory:problem:project-not-found");
    }

    @Test
    @Order(9)
    void trainsWhenMemberAsks() {
        var path = "/projects/project001/models/11_diabetes_model_reg/runs";
        assertThat(call(HttpMethod.POST, path, "prj001_approver").getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);

        var accepted = call(HttpMethod.POST, path, "prj001_member");

        assertThat(accepted.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        var trained = awaitVersion(5);
        assertThat(trained.runId()).isEqualTo(accepted.getBody().get("runId").asText());
        assertThat(trained.trigger()).isEqualTo(TrainingTrigger.PERSON);
        assertThat(get(path, "prj001_member").getBody().get(0).get("state").asText())
                .isEqualTo("COMPLETED");
    }

    @Test
    @Order(10)
    void takesUpRunWhoseProcessDied() {
        database.sql("""
                INSERT INTO training_run (run_id, project, model, trigger, gold_version, requested_by, state,
                    attempts, requested_at, started_at)
                VALUES ('project001-m11-died', 'project001', '11_diabetes_model_reg', 'data', 2, 'ada@contoso.com',
                    'RUNNING', 1, now(), now())""").update();
        database.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, picked_by,
                    last_heartbeat, version)
                VALUES ('training-run', 'project001-m11-died', :id, now(), true, 'dead', now() - interval '1 minute',
                    1)""").param("id", serialized("project001-m11-died")).update();

        var trained = awaitVersion(6);

        assertThat(trained.runId()).isEqualTo("project001-m11-died");
        assertThat(probe.seen(TrainingStarted.class))
                .filteredOn(started -> started.runId().equals("project001-m11-died"))
                .hasSize(1);
    }

    @Test
    @Order(11)
    void startsNothingOnceTheBudgetIsSpent() throws Exception {
        var today = LocalDate.now(ZoneOffset.UTC);
        probe.publish(new BudgetExceeded(PROJECT, today, new BigDecimal("100"), new BigDecimal("120"), "EUR", NOW));
        probe.publish(saved(3));

        var failed = probe.await(TrainingFailed.class, event -> event.runId().equals("project001-m11-gold-3"));

        assertThat(failed.reason()).startsWith("project001 has spent 120 EUR of its monthly budget of 100 EUR");
    }

    private static byte[] serialized(String data) {
        return Serializer.DEFAULT_JAVA_SERIALIZER.serialize(data);
    }

    private ModelTrained awaitVersion(int version) {
        return probe.await(ModelTrained.class, event -> event.version() == version);
    }

    private ModelArtifact artifact(ModelTrained trained) throws IOException {
        try (var in = lakes.of(EnvironmentTier.DEV)
                .open(LakePaths.parse(trained.artifact().file()))) {
            return ModelArtifact.read(in);
        }
    }

    private ResponseEntity<JsonNode> get(String path, String group) {
        return call(HttpMethod.GET, path, group);
    }

    private ResponseEntity<JsonNode> call(HttpMethod method, String path, String group) {
        var request = RequestEntity.method(method, path)
                .header(HttpHeaders.AUTHORIZATION, TestTokens.bearer("bo@contoso.com", group))
                .build();
        return http.exchange(request, JsonNode.class);
    }

    private void deliver(String build, byte[] onnx) {
        lakes.of(EnvironmentTier.DEV)
                .publish(new DeliveredModelFile(ZONE, EnvironmentTier.DEV, build, "model.onnx"), LakeContent.of(onnx));
    }

    private static String modelFile(String build) {
        return new DeliveredModelFile(ZONE, EnvironmentTier.DEV, build, "model.onnx").path();
    }

    private static String message(String build, String file) {
        return """
                {"schema":"aif.pipeline.v1","project":"prj001","model":"m11","environment":"dev",
                 "action":"training-complete","buildId":"%s","commit":"600c52d2","modelFile":"%s",
                 "requestedFor":"chuck@contoso.com"}""".formatted(build, file);
    }

    private static String build(String id, String result) {
        return """
                {"eventType":"build.complete","resource":{"id":%s,"status":"completed","result":"%s",
                 "tags":["prj001","m11"],"requestedFor":{"uniqueName":"dana@contoso.com"}}}""".formatted(id, result);
    }

    private static byte[] constantModel(double value, int features) {
        var columns = IntStream.range(0, features)
                .mapToObj(i -> Feature.numeric("f" + i))
                .toList();
        var leaf = new Tree(0, new int[1], new float[1], new boolean[1], new int[1], new double[] {value});
        var member = new Member("constant", 1, Link.IDENTITY, List.of(0.0), List.of(leaf));
        return OnnxWriter.write(
                new TreeEnsemble(features, List.of(member)), FeatureSchema.regression(columns, "progression"));
    }

    private DatasetSaved saved(int version) throws IOException {
        var gold = GoldFiles.diabetes(Files.createTempDirectory("gold"));
        var edition = Edition.version(version);
        return new DatasetSaved(
                PROJECT,
                MODEL,
                put(LakeLayer.GOLD, version, new GoldFile(ZONE, EnvironmentTier.DEV, edition), gold.train()),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        put(LakeLayer.GOLD_TRAIN, version, split(GoldSplit.TRAIN, edition), gold.train()),
                        put(LakeLayer.GOLD_VALIDATE, version, split(GoldSplit.VALIDATE, edition), gold.validate()),
                        put(LakeLayer.GOLD_TEST, version, split(GoldSplit.TEST, edition), gold.test())),
                0,
                "refine-" + version,
                NOW);
    }

    private static GoldSplitFile split(GoldSplit split, Edition edition) {
        return new GoldSplitFile(ZONE, EnvironmentTier.DEV, split, edition);
    }

    private DatasetReference put(LakeLayer layer, int version, EnvironmentPath path, Path content) {
        lakes.of(EnvironmentTier.DEV).publish(path, LakeContent.of(content));
        return new DatasetReference(DatasetName.GOLD, layer, version, path.file(), 1);
    }

    private static ModelPromoted promoted(int version) {
        var file = new ModelFile(ZONE, EnvironmentTier.DEV, version, ModelFile.ARTIFACT).file();
        return new ModelPromoted(
                PROJECT,
                MODEL,
                version,
                "promotion-1",
                EnvironmentTier.DEV,
                new ModelArtifactReference(file, "0".repeat(64), 1),
                null,
                "settings",
                NOW);
    }

    private static ModelConfigured configured() {
        var settings = new ModelSettings(
                MlType.REGRESSION,
                "progression",
                "person_id",
                List.of(),
                new SplitSettings(0.6, 0.2, 0.2, 42, false),
                // time for all candidates, so that the same data makes the same model
                new TrainingSettings("rmse", 60, 5, 42),
                new PromotionSettings(List.of(), List.of()));
        return new ModelConfigured(PROJECT, MODEL, 1, "ada@contoso.com", settings, NOW);
    }
}
