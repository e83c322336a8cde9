package io.aifactory.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.EnvironmentPath;
import io.aifactory.contracts.lake.GoldFile;
import io.aifactory.contracts.lake.GoldSplit;
import io.aifactory.contracts.lake.GoldSplitFile;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.LaptopBacking;
import io.aifactory.training.gold.GoldVersion;
import io.aifactory.training.gold.GoldVersions;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
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
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Autowired
    private Training training;

    @Autowired
    private RunLifecycle lifecycle;

    @Autowired
    private TrainingRuns runs;

    @Autowired
    private GoldVersions golds;

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

        lifecycle.takeBack(runs.get(run));

        assertThat(runs.get(run).progress().attempts()).isOne();
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
