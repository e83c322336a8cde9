package io.aifactory.training.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.PromotionSettings;
import io.aifactory.contracts.events.SplitSettings;
import io.aifactory.contracts.events.TrainingSettings;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.DeliveredModelFile;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.GoldFile;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.contracts.lake.GoldSplitFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.LaptopBacking;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.model.Feature;
import io.aifactory.contracts.model.FeatureSchema;
import io.aifactory.contracts.model.artifact.ModelArtifact;
import io.aifactory.contracts.model.trees.Link;
import io.aifactory.contracts.model.trees.Member;
import io.aifactory.contracts.model.trees.Tree;
import io.aifactory.contracts.model.trees.TreeEnsemble;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.gold.GoldVersions;
import io.aifactory.training.settings.ConfiguredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs whose processes die, pause or overtake each other; each test has a project of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
@DirtiesContext
class RunTroubleTests {

    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final ModelZone.Train ZONE_3 = ModelZone.train(ProjectId.of(3), MODEL);
    private static final SortedMap<String, Double> METRICS = new TreeMap<>(Map.of("rmse", 1.0));
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Autowired
    private Training training;

    @Autowired
    private RunLifecycle lifecycle;

    @Autowired
    private TrainingRuns runs;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private DeliveredModel deliveredModel;

    @Autowired
    private RunFolders folders;

    @Autowired
    private GoldVersions golds;

    @Autowired
    private Lakes lakes;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) throws IOException {
        var folder = Files.createTempDirectory("trouble");
        properties.add("factory.lake.root", () -> folder.resolve("lake"));
        properties.add("factory.training.folder", () -> folder.resolve("runs"));
    }

    @Test
    void givesUpRunThatKeepsKillingItsProcess() {
        var run = added(ProjectId.of(1));
        for (int i = 0; i < 6; i++) {
            lifecycle.begin(runs.get(run));
        }

        var ended = training.advance(run);

        assertThat(ended).isTrue();
        assertThat(runs.get(run).progress().state()).isEqualTo(RunState.FAILED);
        assertThat(runs.get(run).progress().reason()).isEqualTo("was begun 6 times and never came to an end");
    }

    @Test
    void doesNotCountAttemptThatIsTakenBack() {
        var run = added(ProjectId.of(2));
        lifecycle.begin(runs.get(run));
        lifecycle.begin(runs.get(run));

        lifecycle.takeBack(Attempt.last(runs.get(run)));

        assertThat(runs.get(run).progress().attempts()).isOne();
    }

    @Test
    void countsResultOfLastAttemptOnly() {
        var run = added(ProjectId.of(3));
        var slow = lifecycle.begin(runs.get(run)).orElseThrow();
        var last = lifecycle.begin(runs.get(run)).orElseThrow();

        lifecycle.fail(slow, "a paused process woke up");
        var late = lifecycle.complete(slow, made(slow, 1), METRICS, List.of());
        var made = made(last, 2);
        var version = lifecycle.complete(last, made, METRICS, List.of()).orElseThrow();
        var later = lifecycle.complete(slow, made(slow, 3), METRICS, List.of());

        assertThat(late).isEmpty();
        assertThat(later).isEmpty();
        assertThat(version.artifact().sha256()).isEqualTo(made.artifact().sha256());
        assertThat(lakes.of(EnvironmentTier.DEV).find(new ModelFile(ZONE_3, EnvironmentTier.DEV, 1, "model.zip")))
                .hasValueSatisfying(file ->
                        assertThat(file.bytes()).isEqualTo(made.artifact().size()));
        assertThat(runs.get(run).progress().state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void doesNotBeginWhatAnotherProcessHasBegun() {
        var run = added(ProjectId.of(4));
        var asBothReadIt = runs.get(run);

        var first = lifecycle.begin(asBothReadIt);
        var second = lifecycle.begin(asBothReadIt);

        assertThat(first)
                .hasValueSatisfying(attempt -> assertThat(attempt.number()).isOne());
        assertThat(second).isEmpty();
    }

    @Test
    void keepsAttemptsApart() {
        var run = runs.get(added(ProjectId.of(5)));

        assertThat(folders.of(new Attempt(run, 1))).isNotEqualTo(folders.of(new Attempt(run, 2)));
    }

    @Test
    void asksForNoticeOfPipelineAgainUntilSettingsAndGoldAreThere() {
        var project = ProjectId.of(6);

        assertThatIllegalStateException()
                .isThrownBy(() -> events.publishEvent(notice(project)))
                .withMessageStartingWith("project006 has no model 'm11' yet");
        events.publishEvent(configured(project));
        assertThatIllegalStateException()
                .isThrownBy(() -> events.publishEvent(notice(project)))
                .withMessageContaining("has no gold data yet");
        golds.keep(gold(project));
        events.publishEvent(notice(project));

        assertThat(runs.of(project, MODEL)).extracting(TrainingRun::id).contains(RunId.of(project, MODEL, "build-7"));
    }

    @Test
    void keepsGoldThatComesBeforeTheSettingsAndTrainsOnItOnce() {
        var project = ProjectId.of(7);

        events.publishEvent(saved(gold(project)));
        assertThat(runs.of(project, MODEL)).isEmpty();
        events.publishEvent(configured(project));
        events.publishEvent(configured(project));
        events.publishEvent(saved(gold(project)));

        assertThat(runs.of(project, MODEL))
                .singleElement()
                .satisfies(run -> assertThat(run.id()).isEqualTo(RunId.of(project, MODEL, "gold-1")))
                .satisfies(run -> assertThat(run.requestedBy()).isEqualTo("ada@contoso.com"));
    }

    private static DatasetSaved saved(GoldVersion gold) {
        return new DatasetSaved(
                gold.project(),
                MODEL,
                gold.gold(),
                List.of(),
                List.of(),
                List.of(),
                List.of(gold.train(), gold.validate(), gold.test()),
                0,
                "refine-1",
                NOW);
    }

    @Test
    void refusesDeliveryThatTheHeapDoesNotBear() {
        var project = ProjectId.of(8);
        var file = new DeliveredModelFile(ModelZone.train(project, MODEL), EnvironmentTier.DEV, "7", "model.onnx");
        lakes.of(EnvironmentTier.DEV).publish(file, LakeContent.of(new byte[32 * 1024 * 1024 + 1]));
        var delivery = new RunInput.Delivery(file.file(), List.of(), "7", "");
        var configured = new ConfiguredModel(
                project, MODEL, 1, "ada@contoso.com", configured(project).settings());

        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> deliveredModel.make(delivery, configured, gold(project)))
                .withMessageEndingWith("model.onnx' has 33554433 bytes; at most 32 MiB are taken");
    }

    private static QueueMessage notice(ProjectId project) {
        var file = new DeliveredModelFile(ModelZone.train(project, MODEL), EnvironmentTier.DEV, "7", "model.onnx");
        var body = """
                {"schema":"aif.pipeline.v1","project":"prj%s","model":"m11","environment":"dev",
                 "action":"training-complete","buildId":"7","modelFile":"%s","requestedFor":"chuck@contoso.com"}""".formatted(project.value().substring("project".length()), file.path());
        return new QueueMessage("pipeline-runs", "build-7", "application/json", body.getBytes(UTF_8));
    }

    private static ModelConfigured configured(ProjectId project) {
        var settings = new ModelSettings(
                MlType.REGRESSION,
                "progression",
                "person_id",
                List.of(),
                new SplitSettings(0.6, 0.2, 0.2, 42, false),
                new TrainingSettings("rmse", 20, 5, 42),
                new PromotionSettings(List.of(), List.of()));
        return new ModelConfigured(project, MODEL, 1, "ada@contoso.com", settings, NOW);
    }

    private static MadeModel made(Attempt attempt, double value) {
        var leaf = new Tree(0, new int[1], new float[1], new boolean[1], new int[1], new double[] {value});
        var member = new Member("constant", 1, Link.IDENTITY, List.of(0.0), List.of(leaf));
        var schema = FeatureSchema.regression(List.of(Feature.numeric("age")), "progression");
        var artifact = ModelArtifact.ofTrees(schema, new TreeEnsemble(1, List.of(member)), List.of(), Map.of());
        return new MadeModel(
                artifact, "constant", gold(attempt.run().project()), List.of(), List.of(), Map.of(), Map.of());
    }

    /** A run on gold that is known but not in the lake; no job works on it. */
    private RunId added(ProjectId project) {
        var id = RunId.of(project, MODEL, "gold-1");
        golds.keep(gold(project));
        runs.add(new TrainingRun(
                id,
                project,
                MODEL,
                TrainingTrigger.DATA,
                new RunInput.Gold(1),
                "ada@contoso.com",
                RunProgress.requested(NOW)));
        return id;
    }

    private static GoldVersion gold(ProjectId project) {
        var zone = ModelZone.train(project, MODEL);
        var edition = Edition.version(1);
        return new GoldVersion(
                project,
                MODEL,
                reference(LakeLayer.GOLD, new GoldFile(zone, EnvironmentTier.DEV, edition)),
                reference(LakeLayer.GOLD_TRAIN, new GoldSplitFile(zone, EnvironmentTier.DEV, GoldSplit.TRAIN, edition)),
                reference(
                        LakeLayer.GOLD_VALIDATE,
                        new GoldSplitFile(zone, EnvironmentTier.DEV, GoldSplit.VALIDATE, edition)),
                reference(LakeLayer.GOLD_TEST, new GoldSplitFile(zone, EnvironmentTier.DEV, GoldSplit.TEST, edition)),
                List.of(),
                NOW);
    }

    private static DatasetReference reference(LakeLayer layer, EnvironmentPath path) {
        return new DatasetReference(DatasetName.GOLD, layer, 1, path.file(), 1);
    }
}
