package io.aifactory.lake.migration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.ForeignFile;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.StoredFile;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.lake.ServiceDatabase;
import io.aifactory.lake.arrival.FileChanged;
import io.aifactory.lake.arrival.TestLanding;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.TestCatalogue;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.layout.LakeVersions;
import io.aifactory.lake.layout.TestLakeVersions;
import io.aifactory.lake.migration.v3.V3Paths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests for {@link Migration}. */
class MigrationTests {

    private static final String MODEL = V3Paths.ROOT + "project002/11_diabetes_model_reg/";
    private static final String DATASET = MODEL + "train/ds01_diabetes/";
    private static final String MOVED = "projects/project002/11_diabetes_model_reg/train/";
    private static final String MOVED_FILE = MOVED + "ds01_diabetes/in/dev/2020/01/01/diabetes.csv";

    private static ServiceDatabase database;

    @TempDir
    Path folder;

    private final List<Object> told = new ArrayList<>();
    private FailingLakes lakes;
    private LakeStorage lake;
    private LakeVersions versions;
    private TestCatalogue catalogue;
    private Planning planning;
    private MigrationRuns runs;
    private MovedFiles moved;
    private Migration migration;

    @BeforeAll
    static void openDatabase() {
        database = new ServiceDatabase(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        open(folder);
    }

    private void open(Path root) {
        database.client()
                .sql("TRUNCATE arrival, dataset_version, made_from, lake_migration, lake_migration_move")
                .update();
        lakes = new FailingLakes(new FolderLakes(root.resolve("lakes")));
        lake = lakes.of(EnvironmentTier.DEV);
        versions = TestLakeVersions.of(lakes);
        catalogue = new TestCatalogue(database, lakes);
        planning = new Planning(lakes, versions);
        runs = new MigrationRuns(database.client(), database.clock());
        moved = new MovedFiles(database.client(), database.clock());
        var mover = new Mover(
                new Workspaces(root.resolve("scratch")),
                new ProfilingOnly(),
                catalogue.formerVersions(),
                TestLanding.in(database, told::add),
                moved,
                database.transaction());
        migration = new Migration(lakes, versions, planning, mover, runs);
        runs.start(EnvironmentTier.DEV, "core@contoso.com");
    }

    @Test
    void planSaysWhatGoesWhereAndChangesNothing() {
        fill();
        List<StoredFile> before = lake.list(new LakeFolder.Root());

        MigrationPlan plan = planning.plan(EnvironmentTier.DEV);

        assertThat(plan.version()).isEqualTo("3");
        assertThat(plan.moves())
                .extracting(Move::destination)
                .containsExactlyInAnyOrder(
                        MOVED_FILE,
                        MOVED + "ds01_diabetes/in/dev/2020/01/02/17_30_58_00_diabetes.csv",
                        MOVED + "ds01_diabetes/bronze/dev, its next version",
                        MOVED + "ds01_diabetes/silver/dev, its next version",
                        MOVED + "gold/gold/dev, its next version",
                        MOVED + "gold/gold_train/dev, its next version");
        assertThat(plan.leftAlone())
                .extracting(MigrationPlan.Remark::path)
                .containsExactlyInAnyOrder(MODEL + "readme.txt", V3Paths.ROOT + "p9/x/train/gold/gold.parquet");
        assertThat(lake.list(new LakeFolder.Root())).isEqualTo(before);
    }

    @Test
    void filesBecomeArrivalsAndTablesBecomeVersionsThatNobodyIsToldOf() {
        fill();

        migration.reconcile("dev");

        assertThat(content(MOVED_FILE)).isEqualTo("id,age\n1,2\n");
        assertThat(told).hasSize(2).allMatch(FileChanged.class::isInstance);
        DatasetVersion silver = catalogue.newest(MOVED + "ds01_diabetes", LakeLayer.SILVER);
        assertThat(silver.runId()).startsWith("migrated-");
        assertThat(silver.reference().file().path())
                .isEqualTo(MOVED + "ds01_diabetes/out/silver/dev/v1/silver.parquet");
        assertThat(silver.lineage().inputs())
                .containsExactly(catalogue
                        .newest(MOVED + "ds01_diabetes", LakeLayer.BRONZE)
                        .reference());
        assertThat(catalogue
                        .newest(MOVED + "ds01_diabetes", LakeLayer.BRONZE)
                        .lineage()
                        .files())
                .extracting("path")
                .contains(MOVED_FILE);
        assertThat(catalogue.newest(MOVED + "gold", LakeLayer.GOLD).lineage().inputs())
                .containsExactly(silver.reference());
        assertThat(catalogue.announced()).isEmpty();
        assertThat(versions.of(EnvironmentTier.DEV).isCurrent()).isTrue();
        assertThat(runs.of(EnvironmentTier.DEV).orElseThrow().state()).isEqualTo(MigrationRun.State.DONE);
        assertThat(paths()).filteredOn(path -> path.startsWith("master/")).hasSize(2);
    }

    @Test
    void whoeverIsStoppedAnywhereComesToTheSameEnd() throws IOException {
        fillALittle();
        migration.reconcile("dev");
        List<String> expected = paths();

        for (int step = 1; ; step++) {
            told.clear();
            open(Files.createDirectory(folder.resolve("stop-" + step)));
            fillALittle();
            lakes.failAt(step);
            try {
                migration.reconcile("dev");
                break;
            } catch (IllegalStateException stopped) {
                assertThat(content(MOVED_FILE, DATASET + "in/2020/01/01/diabetes.csv"))
                        .isEqualTo("id,age\n1,2\n");
            }
            lakes.failNever();
            migration.reconcile("dev");

            assertThat(paths()).as("stopped at step %d", step).isEqualTo(expected);
            assertThat(catalogue.count()).isEqualTo(1);
            assertThat(told).hasSize(1);
            assertThat(moved.done(EnvironmentTier.DEV)).isEqualTo(2);
        }
    }

    @Test
    void fileThatLiesThereAlreadyIsAConflictAndNothingIsOverwritten() {
        fill();
        lake.publish(LakePaths.parse(MOVED_FILE), LakeContent.of("other".getBytes(UTF_8)));

        migration.reconcile("dev");

        assertThat(content(MOVED_FILE)).isEqualTo("other");
        assertThat(content(DATASET + "in/2020/01/01/diabetes.csv")).isEqualTo("id,age\n1,2\n");
        assertThat(planning.plan(EnvironmentTier.DEV).conflicts())
                .extracting(MigrationPlan.Remark::reason)
                .containsExactly("another file lies at " + MOVED_FILE);
        assertThat(runs.of(EnvironmentTier.DEV).orElseThrow().state()).isEqualTo(MigrationRun.State.STUCK);
        assertThat(versions.of(EnvironmentTier.DEV).version()).isEqualTo(3);
    }

    @Test
    void tableThatCanNotBeReadStaysAndAllElseIsMoved() {
        fill();
        put(DATASET + "out/silver/silver.parquet", "broken");

        migration.reconcile("dev");

        assertThat(moved.failed(EnvironmentTier.DEV))
                .containsExactly(new MigrationPlan.Remark(DATASET + "out/silver/silver.parquet", "it is broken"));
        assertThat(content(DATASET + "out/silver/silver.parquet")).isEqualTo("broken");
        assertThat(moved.done(EnvironmentTier.DEV)).isEqualTo(5);
    }

    @Test
    void copyThatIsGoneIsMadeAgain() {
        fillALittle();
        migration.reconcile("dev");
        lake.publish(new LakeVersionFile(), LakeContent.of("{\"lake_design_version\": \"3\"}".getBytes(UTF_8)));
        put(DATASET + "in/2020/01/01/diabetes.csv", "id,age\n1,2\n");
        lake.delete(LakePaths.parse(MOVED_FILE));

        migration.reconcile("dev");

        assertThat(content(MOVED_FILE)).isEqualTo("id,age\n1,2\n");
        assertThat(runs.of(EnvironmentTier.DEV).orElseThrow().state()).isEqualTo(MigrationRun.State.DONE);
    }

    @Test
    void twoFilesForOnePlaceAreAConflict() {
        put(DATASET + "in/2020/01/01/17/30/58/00/a.csv", "one");
        put(DATASET + "in/2020/01/01/17_30_58_00_a.csv", "two");

        MigrationPlan plan = planning.plan(EnvironmentTier.DEV);

        assertThat(plan.moves()).hasSize(1);
        assertThat(plan.conflicts()).hasSize(1);
    }

    @Test
    void foreignFilesNeverLeadOutOfTheLake() {
        assertThatThrownBy(() -> new ForeignFile("master/../../etc/passwd")).hasMessageContaining("leads elsewhere");
    }

    private void fillALittle() {
        lake.publish(new LakeVersionFile(), LakeContent.of("{\"lake_design_version\": \"3\"}".getBytes(UTF_8)));
        put(DATASET + "in/2020/01/01/diabetes.csv", "id,age\n1,2\n");
        put(DATASET + "out/bronze/bronze.parquet", "bronze");
    }

    private void fill() {
        fillALittle();
        put(DATASET + "in/2020/01/02/17/30/58/00/diabetes.csv", "id,age\n3,4\n");
        put(DATASET + "out/silver/silver.parquet", "silver");
        put(MODEL + "train/gold/gold.parquet", "gold");
        put(MODEL + "train/gold/Train/gold_train.parquet", "train");
        put(MODEL + "readme.txt", "notes");
        put(V3Paths.ROOT + "p9/x/train/gold/gold.parquet", "of no project");
    }

    private void put(String path, String content) {
        lake.publish(new ForeignFile(path), LakeContent.of(content.getBytes(UTF_8)));
    }

    private List<String> paths() {
        return lake.list(new LakeFolder.Root()).stream().map(StoredFile::path).toList();
    }

    /** Returns what the first of the given files holds that is there. */
    private String content(String... paths) {
        for (String path : paths) {
            if (lake.find(new ForeignFile(path)).isPresent()) {
                try (var in = lake.open(new ForeignFile(path))) {
                    return new String(in.readAllBytes(), UTF_8);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return "gone";
    }
}
