package io.aifactory.lake.retention;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.ModelRolledBack;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TestScoring;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeUnavailable;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.lake.dataset.DatasetAddress;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.SavedVersions;
import io.aifactory.lake.dataset.TableId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Retention}, with a real database and a real folder. */
class RetentionTests {

    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ProjectId PROJECT = ProjectId.of(1);
    private static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    private static final TableId GOLD = tableOf(PROJECT, LakeLayer.GOLD);
    private static final TableId TEST = tableOf(PROJECT, LakeLayer.GOLD_TEST);

    @TempDir
    Path root;

    private SavedVersions saved;
    private FolderLakes lakes;
    private LearnedFrom learnedFrom;
    private ModelListener listener;

    @BeforeEach
    void openCatalogue() {
        saved = new SavedVersions();
        lakes = new FolderLakes(root);
        learnedFrom = new LearnedFrom(saved.database());
        listener = new ModelListener(learnedFrom);
    }

    @Test
    void removesFilesAndKeepsWhatIsKnownOfThem() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);

        retention(lakes).run();

        assertThat(golds).extracting(this::isThere).containsExactly(false, false, true);
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(this::gold))
                .extracting(DatasetVersion::removedAt)
                .containsExactly(NOW, NOW, null);
        assertThat(gold(1).columnNames()).containsExactly("id");
        assertThat(retention(lakes).plan().going()).isEmpty();
    }

    @Test
    void aPlanRemovesNothing() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);

        assertThat(retention(lakes).plan().going())
                .extracting(StoredVersion::file)
                .containsExactly(golds.get(0).file(), golds.get(1).file());
        assertThat(golds).allMatch(this::isThere);
    }

    @Test
    void neverRemovesWhatAChampionLearnedFromOrWasComparedOn() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 70, 60, 1);
        List<DatasetReference> tests = golds.stream()
                .map(gold -> put(saved.save(TEST, NOW.minus(Duration.ofDays(90)), List.of(gold), "id")))
                .toList();
        listener.on(trained(1, tests.get(0), 89));
        listener.on(trained(2, tests.get(1), 79));
        listener.on(trained(3, tests.get(2), 69, 1));
        listener.on(promoted(1, null));

        retention(lakes).run();

        assertThat(golds).extracting(this::isThere).containsExactly(true, false, true, false, true);
        assertThat(tests).extracting(this::isThere).containsExactly(true, false, true, false, true);
    }

    @Test
    void whoeverWasChampionOnceCountsForGood() {
        List<DatasetReference> golds = saveEach(GOLD, 95, 90, 80, 70, 1);
        IntStream.rangeClosed(1, 4).forEach(version -> listener.on(trained(version, golds.get(version - 1), 60)));
        listener.on(promoted(2, 1));
        listener.on(rolledBack(4, 1));

        retention(lakes).run();

        assertThat(golds).extracting(this::isThere).containsExactly(true, true, false, true, true);
    }

    @Test
    void keepsWhatAModelVersionLearnedFromAsLongAsItMayStillBePromoted() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);
        listener.on(trained(1, golds.get(0), 29));

        retention(lakes).run();

        assertThat(golds).extracting(this::isThere).containsExactly(true, false, true);
    }

    @Test
    void removesNothingOfAModelIfItIsNotKnownWhatItsChampionLearnedFrom() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);
        listener.on(promoted(7, null));

        retention(lakes).run();

        assertThat(golds).allMatch(this::isThere);
        assertThat(retention(lakes).plan().held()).containsExactly(new StoredVersions.Owner(PROJECT, MODEL));
    }

    @Test
    void keepsWhatAnotherModelsDataWasMadeFrom() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);
        put(saved.save(tableOf(ProjectId.of(2), LakeLayer.GOLD), NOW, List.of(golds.get(1)), "id"));

        retention(lakes).run();

        assertThat(golds).extracting(this::isThere).containsExactly(false, true, true);
    }

    @Test
    void removesAtOnceWhatNewerDataReplacedInResearchAndNothingElse() {
        List<DatasetReference> golds = saveEach(GOLD, 90, 80, 1);
        List<DatasetReference> tries = saveEach(GOLD.in(DataPhase.RESEARCH), 0, 0);

        retention(lakes).removeSuperseded(PROJECT, MODEL);

        assertThat(tries).extracting(this::isThere).containsExactly(false, true);
        assertThat(golds).allMatch(this::isThere);
    }

    @Test
    void triesAgainWhatALakeThatWasAwayHasNotRemoved() {
        DatasetReference old = saveEach(GOLD, 90, 1).get(0);
        Lakes away = environment -> {
            throw new LakeUnavailable("away", new IOException());
        };

        retention(away).run();
        assertThat(isThere(old)).isTrue();
        retention(lakes).run();

        assertThat(isThere(old)).isFalse();
    }

    private Retention retention(Lakes doors) {
        return new Retention(
                new StoredVersions(saved.database(), saved.json()),
                learnedFrom,
                new RetentionProperties(1, Duration.ofDays(30)),
                doors,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<DatasetReference> saveEach(TableId table, int... days) {
        return IntStream.of(days)
                .mapToObj(day -> put(saved.save(table, NOW.minus(Duration.ofDays(day)), List.of(), "id")))
                .toList();
    }

    private DatasetReference put(DatasetReference version) {
        lakes.of(version.file()).publish(LakePaths.parse(version.file()), LakeContent.of("rows".getBytes(UTF_8)));
        return version;
    }

    private boolean isThere(DatasetReference version) {
        return lakes.of(version.file()).find(LakePaths.parse(version.file())).isPresent();
    }

    private DatasetVersion gold(int version) {
        var address = new DatasetAddress(PROJECT, MODEL, DatasetName.GOLD, LakeLayer.GOLD, EnvironmentTier.DEV);
        return saved.versions().find(address, version).orElseThrow();
    }

    private static TableId tableOf(ProjectId project, LakeLayer layer) {
        return new TableId(ModelZone.train(project, MODEL), DatasetName.GOLD, layer, EnvironmentTier.DEV, null);
    }

    private static ModelTrained trained(int version, DatasetReference testSet, int daysAgo, int... peers) {
        return new ModelTrained(
                PROJECT,
                MODEL,
                version,
                "run-" + version,
                TrainingTrigger.DATA,
                "trees",
                artifact(),
                testSet,
                Map.of("rmse", 1.0),
                IntStream.of(peers)
                        .mapToObj(peer -> new TestScoring(peer, Map.of("rmse", 2.0)))
                        .toList(),
                "bo@contoso.com",
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    private static ModelPromoted promoted(int version, @Nullable Integer replaced) {
        return new ModelPromoted(
                PROJECT, MODEL, version, "p1", EnvironmentTier.DEV, artifact(), replaced, "settings", NOW);
    }

    private static ModelRolledBack rolledBack(int from, int to) {
        return new ModelRolledBack(
                PROJECT, MODEL, EnvironmentTier.PROD, "r1", from, to, artifact(), "bo@contoso.com", "worse", NOW);
    }

    private static ModelArtifactReference artifact() {
        return new ModelArtifactReference(new LakeFile(EnvironmentTier.DEV, "model.zip"), "0".repeat(64), 1);
    }
}
