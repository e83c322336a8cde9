package io.aifactory.lake.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.messaging.LaptopDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One project's story, from the file that was handed in to the scored rows, told to a store over a real database. */
public final class ToldStory {

    public static final Instant NOW = Instant.parse("2026-11-20T10:15:30Z");
    public static final ModelName MODEL = new ModelName("11_diabetes_model_reg");
    public static final DatasetName SOURCE = new DatasetName("ds01_diabetes");

    private static final AtomicInteger PROJECTS = new AtomicInteger();

    public final ProjectId project = ProjectId.of(PROJECTS.incrementAndGet());
    public final LineageStore store;

    private final JdbcClient database;

    public ToldStory(JdbcClient database) {
        this.database = database;
        this.store = new LineageStore(database);
    }

    /** Returns a new database with the service's tables. */
    public static JdbcClient freshDatabase() {
        String url = LaptopDatabase.freshUrl();
        migrated(url, "latest");
        return client(url);
    }

    static void migrated(String url, String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    }

    public static PendingRuns pendingRuns(JdbcClient database, Clock clock) {
        return new PendingRuns(database, new ObjectMapper(), clock);
    }

    /** Tells of two files that became bronze, silver, gold and its parts, in the order the service tells it. */
    public ToldStory refined() {
        arrived("a.csv", "aa");
        arrived("b.csv", "bb");
        store.add(bronze(1, "a.csv", "b.csv"));
        store.add(silver());
        parts().forEach(part -> store.add(saved(part, List.of(gold()))));
        store.add(saved(gold(), List.of(silver().dataset())));
        return this;
    }

    /** Tells that a version was trained here. */
    public ToldStory trained(int version) {
        store.add(modelTrained(version, TrainingTrigger.DATA));
        return this;
    }

    /** Tells that rows were scored. */
    public ToldStory told(ScoringCompleted completed) {
        store.add(completed);
        return this;
    }

    /** Says what a file holds now. */
    public void arrived(String name, String sha256) {
        database.sql("""
                        INSERT INTO arrival (environment, path, zone, dataset, day, number, state, sha256, arrived_at)
                        VALUES ('dev', :path, :zone, 'ds01_diabetes', '2026-11-20', nextval('arrival_number'), 'ACCEPTED', :sha256, now())
                        ON CONFLICT (environment, path) DO UPDATE SET sha256 = excluded.sha256""")
                .param("path", path(name))
                .param("zone", train())
                .param("sha256", sha256)
                .update();
    }

    public DatasetSaved bronze(int version, String... files) {
        DatasetReference bronze =
                reference(SOURCE, LakeLayer.BRONZE, version, "ds01_diabetes/out/bronze/dev/v%d/bronze.parquet");
        return saved(
                bronze,
                List.of(),
                Stream.of(files)
                        .map(name -> new LakeFile(EnvironmentTier.DEV, path(name)))
                        .toList());
    }

    DatasetSaved silver() {
        DatasetReference silver =
                reference(SOURCE, LakeLayer.SILVER, 1, "ds01_diabetes/out/silver/dev/v%d/silver.parquet");
        return saved(silver, List.of(bronze(1).dataset()));
    }

    public DatasetReference gold() {
        return reference(DatasetName.GOLD, LakeLayer.GOLD, 1, "gold/dev/v%d/gold.parquet");
    }

    DatasetReference testSet() {
        return parts().get(2);
    }

    private List<DatasetReference> parts() {
        return List.of(
                reference(DatasetName.GOLD, LakeLayer.GOLD_TRAIN, 1, "gold/dev/Train/v%d/gold_train.parquet"),
                reference(DatasetName.GOLD, LakeLayer.GOLD_VALIDATE, 1, "gold/dev/Validate/v%d/gold_validate.parquet"),
                reference(DatasetName.GOLD, LakeLayer.GOLD_TEST, 1, "gold/dev/Test/v%d/gold_test.parquet"));
    }

    ModelTrained modelTrained(int version, TrainingTrigger trigger) {
        var file = new LakeFile(EnvironmentTier.DEV, "%s/model/dev/v%d/model.zip".formatted(train(), version));
        return new ModelTrained(
                project,
                MODEL,
                version,
                "run-" + version,
                trigger,
                "LightGBM",
                new ModelArtifactReference(file, "0".repeat(64), 10),
                testSet(),
                Map.of("rmse", 54.2),
                List.of(),
                "bo@contoso.com",
                NOW);
    }

    public ScoringCompleted scored(String id, int version, @Nullable DatasetReference input) {
        String path = "projects/%s/%s/inference/%d/scored/prod/2026/11/20/%s/gold_scored.parquet"
                .formatted(project, MODEL, version, id);
        return new ScoringCompleted(
                project,
                MODEL,
                version,
                EnvironmentTier.PROD,
                id,
                input == null ? ScoringKind.ONLINE : ScoringKind.BATCH,
                List.of("batch"),
                20,
                new LakeFile(EnvironmentTier.PROD, path),
                input,
                NOW);
    }

    public DatasetReference toScore() {
        var file = new LakeFile(
                EnvironmentTier.PROD,
                "projects/%s/%s/inference/0/gold/prod/v1/gold_to_score.parquet".formatted(project, MODEL));
        return new DatasetReference(DatasetName.GOLD, LakeLayer.GOLD_TO_SCORE, 1, file, 20);
    }

    public DatasetRejected rejected(String name, String reason) {
        var file = new LakeFile(EnvironmentTier.DEV, path(name));
        return new DatasetRejected(project, MODEL, SOURCE, file, "0x1", reason, NOW);
    }

    public DatasetSaved saved(DatasetReference made, List<DatasetReference> inputs) {
        return saved(made, inputs, List.of());
    }

    private DatasetSaved saved(DatasetReference made, List<DatasetReference> inputs, List<LakeFile> files) {
        String runId =
                UUID.nameUUIDFromBytes(made.file().path().getBytes(UTF_8)).toString();
        return new DatasetSaved(project, MODEL, made, List.of(), inputs, files, List.of(), 0, runId, NOW);
    }

    private DatasetReference reference(DatasetName dataset, LakeLayer layer, int version, String path) {
        var file = new LakeFile(EnvironmentTier.DEV, train() + "/" + path.formatted(version));
        return new DatasetReference(dataset, layer, version, file, 100);
    }

    String path(String name) {
        return train() + "/ds01_diabetes/in/dev/2026/11/20/" + name;
    }

    private String train() {
        return "projects/%s/%s/train".formatted(project, MODEL);
    }

    /** Returns the name of a node of this project's model. */
    public String name(String rest) {
        return "%s/%s/%s".formatted(project, MODEL, rest);
    }
}
