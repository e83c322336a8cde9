package io.aifactory.lake.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.lake.engine.ColumnProfile;
import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.lineage.LineageStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests for {@link Publication}. */
class PublicationTests {

    private static final TableId SILVER = new TableId(
            ModelZone.train(ProjectId.of(1), new ModelName("11_diabetes_model_reg")),
            new DatasetName("ds01_diabetes"),
            LakeLayer.SILVER,
            EnvironmentTier.DEV,
            null);
    private static final TableId BRONZE = SILVER.in(LakeLayer.BRONZE);

    @TempDir
    Path root;

    private final List<FactoryEvent> sent = new ArrayList<>();
    private int sendable = Integer.MAX_VALUE;
    private FolderLakes lakes;
    private DatasetVersions versions;
    private Publication publication;

    @BeforeEach
    void openDatabase() {
        var source = new DriverManagerDataSource(LaptopDatabase.freshUrl(), "postgres", "postgres");
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        var database = JdbcClient.create(source);
        lakes = new FolderLakes(root);
        versions = new DatasetVersions(database, new ObjectMapper());
        publication = new Publication(
                versions,
                new NewVersions(database, new ObjectMapper()),
                new MadeFrom(database),
                new LineageStore(database),
                lakes,
                this::send,
                database,
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                Clock.fixed(Instant.parse("2026-11-20T10:15:30.123456Z"), ZoneOffset.UTC));
    }

    @Test
    void savesFilesCatalogueAndEventsTogether() throws IOException {
        save("first", draft(BRONZE, "b1"), draft(SILVER, "s1"));

        assertThat(content(BRONZE, 1)).isEqualTo("b1");
        assertThat(content(SILVER, 1)).isEqualTo("s1");
        assertThat(sent).hasSize(2).allMatch(DatasetSaved.class::isInstance);
        assertThat(versions.latest(SILVER)).get().satisfies(saved -> {
            assertThat(saved.columns()).containsExactly(column());
            assertThat(saved.badPath()).endsWith("bad/dev/v1/bad.csv");
            assertThat(saved.savedAt()).isEqualTo("2026-11-20T10:15:30.123Z");
        });
        assertThat(publication.isMadeFrom(SILVER, "first")).isTrue();
        assertThat(publication.isMadeFrom(SILVER, "second")).isFalse();
    }

    @Test
    void leavesNothingInTheCatalogueWhenItIsStoppedAndTakesTheSameVersionAgain() throws IOException {
        sendable = 1;
        assertThatThrownBy(() -> save("first", draft(BRONZE, "half"), draft(SILVER, "half")))
                .hasMessage("stopped");
        assertThat(versions.latest(BRONZE)).isEmpty();
        assertThat(versions.latest(SILVER)).isEmpty();
        assertThat(publication.isMadeFrom(SILVER, "first")).isFalse();
        assertThat(content(SILVER, 1)).isEqualTo("half");
        sendable = Integer.MAX_VALUE;

        save("first", draft(BRONZE, "whole"), draft(SILVER, "whole"));

        assertThat(versions.latest(SILVER).orElseThrow().reference().version()).isEqualTo(1);
        assertThat(content(SILVER, 1)).isEqualTo("whole");
    }

    @Test
    void countsVersionsPerLayerAndKnowsWhatIsUnchanged() throws IOException {
        save("first", draft(BRONZE, "b1"), draft(SILVER, "s1"));

        save("second", draft(BRONZE, "b2"), draft(SILVER, "s1"));

        assertThat(versions.latest(BRONZE).orElseThrow().reference().version()).isEqualTo(2);
        assertThat(versions.latest(SILVER).orElseThrow().reference().version()).isEqualTo(1);
        assertThat(content(BRONZE, 1)).isEqualTo("b1");
        assertThat(publication.isMadeFrom(SILVER, "second")).isTrue();
    }

    @Test
    void refusesWhatARunMadeThatAnotherHasOvertaken() throws IOException {
        save("first", draft(BRONZE, "b1"), draft(SILVER, "s1"));
        Baseline slow = publication.baseline(SILVER.zone());
        save("third", draft(BRONZE, "b3"), draft(SILVER, "s3"));

        assertThatThrownBy(() -> save("second", slow, draft(BRONZE, "b2"), draft(SILVER, "s2")))
                .isInstanceOf(TableChangedMeanwhile.class)
                .hasMessageContaining("ds01_diabetes/silver/dev was saved by another run");
        assertThat(versions.latest(SILVER).orElseThrow().fingerprint()).isEqualTo("s3");
        assertThat(publication.isMadeFrom(SILVER, "third")).isTrue();
        assertThat(sent).hasSize(4);
    }

    @Test
    void refusesTheFirstVersionOfARunThatAnotherHasOvertaken() throws IOException {
        Baseline slow = publication.baseline(SILVER.zone());
        save("second", draft(BRONZE, "b2"), draft(SILVER, "s2"));

        assertThatThrownBy(() -> save("first", slow, draft(BRONZE, "b1"), draft(SILVER, "s1")))
                .isInstanceOf(TableChangedMeanwhile.class);
        assertThat(content(SILVER, 1)).isEqualTo("s2");
    }

    @Test
    void saysOfAVersionWhatItIsAndShowsItsRows() throws IOException {
        Draft draft = draft(SILVER, "s1").tagged(Map.of("label", "progression"));

        publication.save(SILVER, "first", publication.baseline(SILVER.zone()), step(draft));

        DatasetVersion saved = versions.latest(SILVER).orElseThrow();
        assertThat(saved.tags()).isEqualTo(Map.of("label", "progression", "model", "M11", "run", saved.runId()));
        assertThat(versions.sampleOf(saved)).containsExactly(List.of("draft"));
    }

    @Test
    void nobodyHearsOfWhatPeopleTryOutAndItStandsBesideWhatCounts() throws IOException {
        TableId trial = SILVER.in(DataPhase.RESEARCH);
        Draft draft = draft(trial, "s1");
        save("first", draft(BRONZE, "b1"), draft(SILVER, "s1"));
        sent.clear();

        publication.save(trial, "first", publication.baseline(SILVER.zone()), step(draft));

        assertThat(sent).isEmpty();
        assertThat(versions.latest(trial).orElseThrow().reference().version()).isEqualTo(2);
        assertThat(versions.latest(SILVER).orElseThrow().reference().version()).isEqualTo(1);
        assertThat(content(trial, 2)).isEqualTo("s1");
        save("second", draft(BRONZE, "b1"), draft(SILVER, "s2"));
        assertThat(versions.latest(SILVER).orElseThrow().reference().version()).isEqualTo(3);
    }

    @Test
    void sendsFilesBeforeTheTransactionAndPlacesThemWithinIt() throws IOException {
        Draft draft = draft(SILVER, "s1");

        publication.save(
                SILVER,
                "first",
                publication.baseline(SILVER.zone()),
                new Step(
                        sending -> {
                            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                                    .isFalse();
                            sending.sendIfChanged(draft);
                        },
                        saving -> {
                            assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                                    .isTrue();
                            deleteLocally(draft);
                            saving.place(draft);
                        }));

        assertThat(content(SILVER, 1)).isEqualTo("s1");
        assertThat(aside()).isEmpty();
    }

    @Test
    void leavesNothingAsideOfWhatIsNotSaved() throws IOException {
        Baseline slow = publication.baseline(SILVER.zone());
        save("first", draft(BRONZE, "b1"), draft(SILVER, "s1"));

        assertThatThrownBy(() -> save("second", slow, draft(BRONZE, "b2"), draft(SILVER, "s2")))
                .isInstanceOf(TableChangedMeanwhile.class);

        assertThat(aside()).isEmpty();
    }

    @Test
    void refusesADraftThatWasUnchangedBeforeTheTransactionAndNoLongerIs() throws IOException {
        Draft bronze = draft(BRONZE, "b1");
        save("first", bronze, draft(SILVER, "s1"));
        Draft meanwhile = draft(BRONZE, "b2");

        var overtaken = new Step(
                sending -> {
                    sending.sendIfChanged(bronze);
                    publication.save(BRONZE, "second", publication.baseline(BRONZE.zone()), step(meanwhile));
                },
                saving -> saveIfChanged(saving, bronze));

        assertThatThrownBy(() -> publication.save(SILVER, "third", publication.baseline(SILVER.zone()), overtaken))
                .isInstanceOf(TableChangedMeanwhile.class)
                .hasMessageContaining("ds01_diabetes/bronze/dev");
    }

    private static void deleteLocally(Draft draft) {
        try {
            Files.delete(draft.file());
            Files.delete(Objects.requireNonNull(draft.bad()).file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void save(String inputs, Draft bronze, Draft silver) {
        save(inputs, publication.baseline(SILVER.zone()), bronze, silver);
    }

    private void save(String inputs, Baseline baseline, Draft bronze, Draft silver) {
        publication.save(SILVER, inputs, baseline, step(bronze, silver));
    }

    private static Step step(Draft... drafts) {
        return new Step(sending -> Stream.of(drafts).forEach(sending::sendIfChanged), saving -> Stream.of(drafts)
                .forEach(draft -> saveIfChanged(saving, draft)));
    }

    private List<Path> aside() throws IOException {
        try (var files = Files.list(root.resolve("dev/.aside"))) {
            return files.toList();
        }
    }

    private static void saveIfChanged(Saving saving, Draft draft) {
        if (saving.unchanged(draft).isEmpty()) {
            DatasetReference reference = saving.place(draft);
            saving.announce(draft, reference, Lineage.ofFiles(List.of()));
        }
    }

    private void send(FactoryEvent event) {
        if (sendable-- == 0) {
            throw new IllegalStateException("stopped");
        }
        sent.add(event);
    }

    private Draft draft(TableId table, String content) throws IOException {
        Path file = Files.writeString(Files.createTempFile(root, "draft", ""), content);
        Path bad = Files.writeString(Files.createTempFile(root, "bad", ""), "bad");
        Draft.BadRows badRows = table.layer() == LakeLayer.SILVER ? new Draft.BadRows(3, bad) : null;
        return new Draft(
                table,
                new TableProfile(10, List.of(column()), content, List.of(List.of("draft"))),
                content,
                file,
                badRows);
    }

    private static ColumnProfile column() {
        return new ColumnProfile("age", "BIGINT", 1, 9, "18", "90", 44.5, null);
    }

    private String content(TableId table, int version) throws IOException {
        try (var in = lakes.of(table.environment())
                .open(LakePaths.parse(table.fileOf(version).path()))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
