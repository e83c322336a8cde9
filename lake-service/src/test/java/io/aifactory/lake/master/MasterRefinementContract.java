package io.aifactory.lake.master;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.lake.engine.Workspaces;
import io.aifactory.lake.refinement.RefinementProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** What {@link MasterRefinement} makes of files over any {@link MasterTables}, also when it is stopped at the worst moments. */
public abstract class MasterRefinementContract {

    private static final MasterDataset DATASET = MasterDataset.parse("se/sap_patients/ds01_diabetes");

    @TempDir
    private Path root;

    private final List<MasterTableSaved> told = new ArrayList<>();
    private Lakes lakes;
    private StoppingTables tables;
    private MasterDatasets datasets;
    private MasterFiles files;
    private MasterRefinement refinement;

    protected abstract MasterTables over(Lakes lakes);

    @BeforeEach
    void open() {
        var source = new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var database = JdbcClient.create(source);
        var engine = new LineEngine();
        lakes = new FolderLakes(root);
        tables = new StoppingTables(over(lakes));
        datasets = new MasterDatasets(database);
        files = new MasterFiles(database, Clock.systemUTC());
        refinement = new MasterRefinement(
                lakes,
                datasets,
                new Workspaces(root.resolve("scratch")),
                new BronzeAppending(engine, tables, files),
                new SilverMaking(
                        engine,
                        new RefinementProperties(0.95),
                        tables,
                        new KnownTables(database),
                        event -> told.add((MasterTableSaved) event),
                        new TransactionTemplate(new DataSourceTransactionManager(source)),
                        Clock.systemUTC()));
    }

    @Test
    void stoppedAfterEachCommitItComesToTheSameEndAndCommitsNothingTwice() {
        describe("id");
        put("a.csv", "1\n2\n");
        stoppedAfter(1);
        stoppedAfter(1);
        refine();
        put("b.csv", "2\n3\n");
        put("c.csv", "4\n");
        stoppedAfter(1);
        stoppedAfter(2);
        stoppedAfter(2);
        refine();

        assertThat(tables.history(table(RefinedLayer.BRONZE))).hasSize(3);
        assertThat(tables.latest(table(RefinedLayer.BRONZE)).orElseThrow().rows())
                .isEqualTo(5);
        assertThat(tables.history(table(RefinedLayer.SILVER))).hasSize(2);
        assertThat(tables.latest(table(RefinedLayer.SILVER)).orElseThrow().rows())
                .isEqualTo(4);
        assertThat(told).contains(new MasterTableSaved(table(RefinedLayer.SILVER)));
    }

    @Test
    void contentThatComesBackIsTheNewestAndSameRowsMakeNoVersion() {
        describe("id");
        put("a.csv", "1\n2\n");
        refine();
        put("a.csv", "1\n3\n");
        refine();
        put("a.csv", "1\n2\n");
        refine();
        refine();

        assertThat(tables.history(table(RefinedLayer.BRONZE))).hasSize(3);
        assertThat(tables.history(table(RefinedLayer.SILVER))).hasSize(2);
    }

    @Test
    void filesWaitForADescriptionAndUnusableOnesAreTurnedAwayAlone() {
        put("a.csv", "1\n");
        put("empty.csv", "");
        put("_SUCCESS", "");
        refine();
        assertThat(tables.latest(table(RefinedLayer.BRONZE))).isEmpty();

        describe("id");
        refine();
        describe("other");
        put("b.csv", "2\n");
        refine();

        assertThat(files.of(DATASET))
                .extracting(file -> file.path().name(), MasterFile::state, MasterFile::reason)
                .containsExactlyInAnyOrder(
                        tuple("a.csv", MasterFile.State.COMMITTED, null),
                        tuple("empty.csv", MasterFile.State.REJECTED, "it has no rows"),
                        tuple(
                                "b.csv",
                                MasterFile.State.REJECTED,
                                "it has no column other, which identifies a row of master/" + DATASET + "; it has id"));
    }

    private void describe(String key) {
        datasets.describe(new DescribedDataset(
                DATASET, key, "core@contoso.com", "a new source", Instant.parse("2026-11-20T10:15:30Z")));
    }

    private void put(String name, String content) {
        lakes.of(EnvironmentTier.DEV)
                .publish(
                        new MasterPath.In(DATASET, LocalDate.of(2026, 11, 20), name),
                        LakeContent.of(content.getBytes(UTF_8)));
    }

    private void stoppedAfter(int commits) {
        tables.stopAfter(commits);
        assertThatThrownBy(this::reconcile).hasMessage("stopped");
    }

    private void refine() {
        tables.stopAfter(Integer.MAX_VALUE);
        reconcile();
    }

    private void reconcile() {
        refinement.reconcile(DATASET.toString());
    }

    private static MasterTableId table(RefinedLayer layer) {
        return new MasterTableId(EnvironmentTier.DEV, new MasterTable.Refined(DATASET, layer));
    }
}
