package io.aifactory.lake;

import static io.aifactory.lake.TeamFixtures.DAY;
import static io.aifactory.lake.TeamFixtures.MEASUREMENTS;
import static io.aifactory.lake.TeamFixtures.MODEL;
import static io.aifactory.lake.TeamFixtures.NOW;
import static io.aifactory.lake.TeamFixtures.SERUM;
import static io.aifactory.lake.TeamFixtures.configured;
import static io.aifactory.lake.TeamFixtures.measurements;
import static io.aifactory.lake.TeamFixtures.serum;
import static io.aifactory.lake.TeamFixtures.storageEvent;
import static io.aifactory.lake.TeamFixtures.without;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.events.ProjectDecommissioned;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.events.TableRule;
import io.aifactory.contracts.events.TrainingTrigger;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.LakeVersionFile;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens to files that land. */
class RefinementJourneyTests extends LakeJourney {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    private ProjectId project;
    private LakeStorage lake;

    @BeforeEach
    void provisionProject() {
        project = nextProject();
        lake = lakes.of(EnvironmentTier.DEV);
        bus.publish(new EnvironmentProvisioned(project, EnvironmentTier.DEV, 1, List.of(), NOW));
        bus.publish(new MembersChanged(project, 1, List.of(new Member("bo@contoso.com", ProjectRole.MEMBER)), NOW));
    }

    @Test
    void laysOutTheLakeWithAccessOfTheTeam() {
        configure();

        var in = new LakeFolder.OfDataset(train(), SERUM, LakeFolder.OfDataset.Part.IN, EnvironmentTier.DEV);
        var silver = new LakeFolder.OfDataset(train(), SERUM, LakeFolder.OfDataset.Part.SILVER, EnvironmentTier.DEV);
        String group = "prj%03d_member".formatted(project.number());
        await().untilAsserted(() -> {
            assertThat(lake.access(in).toString())
                    .contains("group:" + group + ":rwx", "default:group:" + group + ":rwx");
            assertThat(lake.access(silver).toString()).contains("group:" + group + ":r-x");
            assertThat(lake.list(new LakeFolder.OfModel(project, MODEL)))
                    .extracting(file -> file.path().replaceFirst(".*/", ""))
                    .contains("active_in_folder.json", "active_scoring_in_folder.json");
        });
        assertThat(ROOT.resolve("dev/lake3").resolve(in.path())).isDirectory();

        database.sql("INSERT INTO laid_out_folder (project, environment, path) VALUES (:project, 'dev', :gone)")
                .param("project", project.value())
                .param("gone", train().path() + "/ds00_gone/in/dev")
                .update();
        bus.publish(new ProjectDecommissioned(project, "core@contoso.com", "budget ended", NOW));

        await().untilAsserted(() -> assertThat(lake.access(in).toString())
                .contains("group:coreteam:r-x")
                .doesNotContain("prj"));
    }

    @Test
    void queriesOfADroppedDatasetAreOpenToNobodyWhoIsNoLongerInTheTeam() {
        configure();
        var queries = new LakeFolder.OfQueries(train(), SERUM, EnvironmentTier.DEV);
        String group = "prj%03d_member".formatted(project.number());
        await().untilAsserted(() -> assertThat(lake.access(queries).toString()).contains("group:" + group + ":rwx"));

        bus.publish(without(SERUM, configured(project, 2)));
        await().until(() -> database.sql("SELECT revision FROM configured_model WHERE project = :project")
                        .param("project", project.value())
                        .query(Integer.class)
                        .single()
                == 2);
        bus.publish(new MembersChanged(project, 2, List.of(new Member("al@contoso.com", ProjectRole.LEAD)), NOW));

        await().untilAsserted(() -> assertThat(lake.access(queries).toString())
                .contains("prj%03d_lead".formatted(project.number()))
                .doesNotContain(group));
    }

    @Test
    void refinesFilesToGoldWithSplitsAndLineage() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 100) + "101,abc,1.0,5\n102,40,2.0,\n7,40,1,1\n");
        put(train(), SERUM, DAY, "s.csv", serum(1, 110));

        DatasetSaved gold = awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);

        assertThat(gold.dataset().rows()).isEqualTo(100);
        assertThat(gold.columns()).extracting("name").containsExactly("person_id", "age", "bmi", "progression", "s1");
        assertThat(gold.inputs()).extracting(DatasetReference::dataset).containsExactly(MEASUREMENTS, SERUM);
        assertThat(gold.splits())
                .extracting(DatasetReference::layer)
                .containsExactly(LakeLayer.GOLD_TRAIN, LakeLayer.GOLD_VALIDATE, LakeLayer.GOLD_TEST);
        assertThat(gold.splits()).extracting(DatasetReference::rows).containsExactly(60L, 20L, 20L);
        assertThat(gold.splits()).allSatisfy(split -> assertThat(lake.find(LakePaths.parse(split.file())))
                .isPresent());
        DatasetSaved silver = awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 1);
        assertThat(silver.badRows()).isEqualTo(3);
        DatasetSaved bronze = awaitSaved(MEASUREMENTS, LakeLayer.BRONZE, 1);
        assertThat(silver.inputs()).containsExactly(bronze.dataset());
        assertThat(bronze.files()).extracting("path").singleElement().asString().endsWith("2026/11/20/m.csv");
        assertThat(bad(MEASUREMENTS, 1))
                .contains("age 'abc' is no integer")
                .contains("progression is missing")
                .contains("person_id 7 is already in row 8");
        bus.publish(trainedOn(gold));
        bus.publish(scoredBy(1));
        await().untilAsserted(() -> assertThat(
                        get(lineageOf("scoring/sco-" + project), member()).getBody())
                .contains("2026/11/20/m.csv#", "2026/11/20/s.csv#", "/gold_train/dev/v1", "/model/1"));
        assertThat(get(lineageOf(MODEL + "/gold/v1"), TestTokens.bearer("eve@contoso.com", "prj999_member"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(lineageOf("gold/latest"), member()).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get(lineageOf(MODEL + "/gold/v9"), member()).getBody()).contains("lineage-node-not-found");
    }

    @Test
    void furtherFileMakesTheNextVersionAndTheNewerRowCounts() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 60));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);

        put(train(), MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(41, 60));

        assertThat(awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 2).dataset().rows())
                .isEqualTo(60);
        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 2).dataset().rows())
                .isEqualTo(60);
        assertThat(bus.seen(DatasetSaved.class))
                .filteredOn(saved -> saved.project().equals(project))
                .noneMatch(saved -> saved.dataset().dataset().equals(SERUM)
                        && saved.dataset().version() > 1);
        String diff = "/projects/%s/models/%s/datasets/%s/".formatted(project, MODEL, MEASUREMENTS);
        assertThat(get(diff + "silver/dev/diff?from=1&to=2", member()).getBody())
                .contains(
                        "\"key\":[\"person_id\"]",
                        "\"added\":10",
                        "\"removed\":0",
                        "\"changed\":0",
                        "\"unchanged\":50");
        assertThat(get(diff + "bronze/dev/diff", member()).getBody())
                .contains("\"key\":[\"_file\",\"_row\"]", "\"added\":20", "\"unchanged\":50");
        assertThat(get(diff + "silver/test/diff", member()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void sameContentNeverMakesTwoVersions() {
        configure();
        InFile file = put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 60));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);

        tell(file);
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        tell(file);
        bus.publish(configured(project, 2));
        awaitQuiet();

        assertThat(versions()).isEqualTo(8);
    }

    @Test
    void rejectsAFileThatIsNoTableAndNothingElseStops() {
        configure();
        put(train(), MEASUREMENTS, DAY, "broken.csv", "PK\u0003\u0004");
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        InFile first = put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        await().until(() -> stateOf(first), state -> !state.isEmpty());
        put(train(), SERUM, DAY.plusDays(1), "other.csv", "person_id,s2\n1,2\n");

        DatasetRejected broken = bus.await(DatasetRejected.class, rejected -> isFor(rejected, "broken.csv"));
        DatasetRejected other = bus.await(DatasetRejected.class, rejected -> isFor(rejected, "other.csv"));

        assertThat(broken.reason()).contains("it is a zip archive");
        assertThat(other.reason()).contains("it lacks s1 and adds s2");
        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1).dataset().rows())
                .isEqualTo(50);
        assertThat(lake.list(new LakeFolder.OfProject(project)))
                .extracting("path")
                .anyMatch(path -> path.toString().endsWith("bad/dev/2026/11/20/broken.csv.rejected.txt"));
        assertThat(rejections()).contains("it is a zip archive", "it lacks s1 and adds s2");
    }

    @Test
    void fileThatWasRejectedIsLookedAtAnewWhenSettingsSayHowItIsWritten() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50).replaceFirst(".*\n", ""));
        DatasetRejected rejected = bus.await(DatasetRejected.class, candidate -> isFor(candidate, "s.csv"));

        bus.publish(configured(project, 2, withoutHeader("Person ID")));
        await().untilAsserted(() -> assertThat(rejections()).contains("not one of its lines fits its header"));
        bus.publish(configured(project, 3, withoutHeader("Person ID", "s1")));

        assertThat(rejected.reason()).contains("set form.header to false");
        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1).dataset().rows())
                .isEqualTo(50);
        assertThat(bus.seen(DatasetRejected.class))
                .filteredOn(candidate -> isFor(candidate, "s.csv"))
                .as("a content is announced once")
                .hasSize(1);
        bus.publish(configured(project, 4, withoutHeader("Person ID", "s2")));
        assertThat(awaitSaved(SERUM, LakeLayer.SILVER, 2).columns())
                .extracting("name")
                .containsExactly("person_id", "s2");
    }

    @Test
    void fileThatCameBeforeTheModelIsRefinedOnceTheModelIsConfigured() {
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitQuiet();
        assertThat(versions()).isZero();

        bus.publish(configured(project, 1));

        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1).dataset().rows())
                .isEqualTo(50);
    }

    @Test
    void mergesADaysDataToScoreWithoutTheLabel() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);
        var zone = ModelZone.inference(project, MODEL, 0);

        put(zone, MEASUREMENTS, DAY, "m.csv", "person_id,age,bmi\n900,40,21\n901,,22.5\n902,x,23\n");
        put(zone, SERUM, DAY, "s.csv", "person_id,s1\n900,1.5\n901,2.5\n902,3.5\n");

        DatasetSaved toScore = awaitSaved(DatasetName.GOLD, LakeLayer.GOLD_TO_SCORE, 1);
        assertThat(toScore.dataset().rows()).isEqualTo(2);
        assertThat(toScore.columns()).extracting("name").containsExactly("person_id", "age", "bmi", "s1");
        assertThat(toScore.columns()).extracting("type").containsExactly("BIGINT", "BIGINT", "DOUBLE", "DOUBLE");
        assertThat(toScore.dataset().file().path())
                .isEqualTo("projects/%s/%s/inference/0/gold/dev/v1/gold_to_score.parquet".formatted(project, MODEL));
    }

    @Test
    void dataToScoreInProdHasTheTypesAndColumnsOfTheTrainingDataInDev() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);
        lake = lakes.of(EnvironmentTier.PROD);
        var zone = ModelZone.inference(project, MODEL, 0);

        put(zone, SERUM, DAY, "other.csv", "person_id,s2\n900,1\n");
        put(zone, MEASUREMENTS, DAY, "m.csv", "person_id,age,bmi\n900,40,21\n901,41,22\n");
        put(zone, SERUM, DAY, "s.csv", "person_id,s1\n900,1\n901,2\n");

        DatasetSaved toScore = awaitSaved(DatasetName.GOLD, LakeLayer.GOLD_TO_SCORE, 1);
        assertThat(toScore.dataset().file().environment()).isEqualTo(EnvironmentTier.PROD);
        assertThat(toScore.columns()).extracting("type").containsExactly("BIGINT", "BIGINT", "DOUBLE", "DOUBLE");
        assertThat(bus.await(DatasetRejected.class, rejected -> isFor(rejected, "other.csv"))
                        .reason())
                .contains("it lacks s1 and adds s2");
    }

    @Test
    void filesWaitUntilTheirLakeIsMoved() {
        configure();
        lake = lakes.of(EnvironmentTier.TEST);
        lake.publish(new LakeVersionFile(), LakeContent.of("{\"lake_design_version\": \"3\"}".getBytes(UTF_8)));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        await().until(() -> database.sql("""
                        SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_instance LIKE :work""")
                        .param("work", "refinement:%" + project + "%")
                        .query(Integer.class)
                        .single()
                > 0);
        assertThat(versions()).isZero();

        lake.publish(new LakeVersionFile(), LakeContent.of("{\"lake_design_version\": \"4\"}".getBytes(UTF_8)));

        assertThat(awaitSaved(SERUM, LakeLayer.SILVER, 1).dataset().file().environment())
                .isEqualTo(EnvironmentTier.TEST);
    }

    @Test
    void folderOfManyFilesMakesOneVersion() {
        configure();
        for (int i = 0; i < 60; i++) {
            InFile file = inFile(train(), MEASUREMENTS, DAY, "part-%02d.csv".formatted(i));
            lake.publish(
                    file, LakeContent.of(measurements(i * 10 + 1, i * 10 + 10).getBytes(UTF_8)));
        }
        InFile marker = inFile(train(), MEASUREMENTS, DAY, "_SUCCESS");
        lake.publish(marker, LakeContent.of(new byte[0]));

        tell(marker);

        assertThat(awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 1).dataset().rows())
                .isEqualTo(600);
        awaitQuiet();
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void fileThatIsTakenAwayIsNoPartOfTheNextVersion() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 40));
        InFile second = put(train(), MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(41, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitNewest(MEASUREMENTS, LakeLayer.SILVER, 50);
        awaitNewest(DatasetName.GOLD, LakeLayer.GOLD, 50);

        lake.delete(second);
        tell(second, "Microsoft.Storage.BlobDeleted", "DeleteFile", 0);

        awaitNewest(MEASUREMENTS, LakeLayer.SILVER, 40);
        awaitNewest(DatasetName.GOLD, LakeLayer.GOLD, 40);
    }

    @Test
    void fileThatIsStillBeingCopiedIsNotRejected() {
        configure();
        InFile file = inFile(train(), MEASUREMENTS, DAY, "m.csv");
        String whole = measurements(1, 40);
        lake.publish(file, LakeContent.of(new byte[0]));
        tell(file, "Microsoft.Storage.BlobCreated", "CopyBlob", whole.length());
        await().until(() -> stateOf(file), state -> state.equals("INCOMPLETE"));

        lake.publish(file, LakeContent.of(whole.getBytes(UTF_8)));

        assertThat(awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 1).dataset().rows())
                .isEqualTo(40);
        assertThat(bus.seen(DatasetRejected.class)).noneMatch(rejected -> isFor(rejected, "m.csv"));
    }

    @Test
    void activeDayIsAllThatIsLearnedFrom() throws IOException {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 40));
        put(train(), MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(41, 50));
        awaitNewest(MEASUREMENTS, LakeLayer.SILVER, 50);
        String active = "/projects/%s/models/%s/active".formatted(project, MODEL);
        await().until(() -> get(active, member()).getBody(), answer -> answer.contains("\"etag\":\"0x"));
        String etag = new ObjectMapper()
                .readTree(get(active, member()).getBody())
                .get(0)
                .get("etag")
                .asText();

        var chosen = choose(active, "\"%s\"".formatted(etag), "{\"date\": \"%s\"}".formatted(DAY));

        assertThat(chosen.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(chosen.getBody()).contains("\"date\":\"2026-11-20\"", "\"use\":\"training\"");
        awaitNewest(MEASUREMENTS, LakeLayer.SILVER, 40);
        assertThat(choose(active, etag, "{}").getBody()).contains("active-file-changed");
        assertThat(get("/projects/%s/models/12_x_reg/active".formatted(project), member())
                        .getBody())
                .contains("model-not-found");
    }

    @Test
    void showsTheCatalogueToThePeopleOfTheProject() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);
        String datasets = "/projects/" + project + "/datasets";
        String detail = "/projects/%s/models/%s/datasets/gold/gold/dev/versions/".formatted(project, MODEL);

        assertThat(get(datasets + "?layer=gold&latest=true", member()).getBody())
                .contains("\"dataset\":\"gold\"", "\"rows\":50", "\"version\":1", "v1/gold.parquet");
        assertThat(get(datasets, TestTokens.coreTeam()).getBody()).contains("\"layer\":\"silver\"");
        assertThat(get(detail + 1, member()).getBody())
                .contains("\"splits\":[{", "\"inputs\":[{", "\"mean\":", "\"name\":\"progression\"");
        assertThat(get(detail + 2, member()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(detail + 2, member()).getBody()).contains("dataset-version-not-found");
        assertThat(get("/datasets?search=progr+gold_train", member()).getBody())
                .contains(
                        "\"registryName\":\"M11_GOLD_TRAIN\"",
                        "\"split_share\":\"0.6\"",
                        "\"split_percentage\":\"0.6\"");
        assertThat(get("/datasets?limit=2", member()).getBody()).contains("\"next\":\"");
        assertThat(get("/datasets?search=progr", TestTokens.bearer("eve@contoso.com", "prj999_member"))
                        .getBody())
                .contains("\"datasets\":[]");
        assertThat(get("/datasets?limit=0", member()).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get(datasets + "?asOf=2020-01-01", member()).getBody()).isEqualTo("[]");
        assertThat(get(datasets + "?asOf=friday", member()).getBody()).contains("a date such as 2026-11-20");
        assertThat(get(detail + "latest", member()).getBody())
                .contains(
                        "\"sample\":[[\"1\",\"21\",\"19.5\",\"101\",\"1.25\"]",
                        "\"children\":[{",
                        "\"state\":\"available\"");
        assertThat(get(detail + "latest?asOf=2020-01-01", member()).getBody())
                .contains("had no version of M11_GOLD in phase production");
        assertThat(get("/retention/plan", TestTokens.coreTeam()).getBody()).contains("\"total\":0");
        assertThat(get("/retention/plan", member()).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(datasets, TestTokens.bearer("eve@contoso.com", "prj999_member"))
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get("/projects/project998/datasets", TestTokens.coreTeam()).getBody())
                .contains("project-not-found");
        assertThatItAnswersInSql();
    }

    private void assertThatItAnswersInSql() {
        String path = "/projects/" + project + "/sql/dev";
        String joined =
                "SELECT count(*) AS n, max(s1) AS most FROM m11_gold g JOIN \"M11_ds02_serum_train_SILVER@1\" USING (person_id, s1)";

        assertThat(ask(path, joined, member(), "*/*").getBody())
                .contains(
                        "{\"name\":\"n\",\"type\":\"BIGINT\"}",
                        "\"rows\":[[\"50\",\"6.25\"]],\"truncated\":false",
                        "\"table\":\"m11_gold\"",
                        "\"registryName\":\"M11_GOLD\",\"environment\":\"dev\",\"version\":1");
        ResponseEntity<String> csv =
                ask(path + "?limit=2", "SELECT person_id, age FROM \"M11_GOLD_TEST\" ORDER BY 1", member(), "text/csv");
        assertThat(csv.getBody()).startsWith("person_id,age\r\n").hasLineCount(3);
        assertThat(csv.getHeaders().getFirst("Factory-Truncated")).isEqualTo("true");
        assertThat(csv.getHeaders().getFirst("Factory-Versions")).isEqualTo(project + "/M11_GOLD_TEST@1");
        assertThat(ask(path, "SELECT * FROM M11_GLD", member(), "text/csv").getBody())
                .contains("table-not-found", "nearest are M11_GOLD,");
        assertThat(ask(path, "SELECT * FROM \"M11_GOLD@7\"", member(), "*/*").getBody())
                .contains("M11_GOLD has no version 7");
        assertThat(ask(path + "?asOf=2020-01-01", "SELECT * FROM M11_GOLD", member(), "*/*")
                        .getBody())
                .contains("M11_GOLD had no version in phase production");
        assertThat(ask(path, "SELECT * FROM read_csv('/etc/passwd')", member(), "*/*")
                        .getBody())
                .contains("invalid-sql");
        assertThat(ask(path, "SELECT * FROM M11_GOLD", eve(), "*/*").getBody()).contains("project-not-found");
        assertThat(ask("/projects/project999/sql/dev", "SELECT 1", eve(), "*/*").getBody())
                .contains("project-not-found");
        assertThat(ask(path, "SELECT * FROM \"project998/M11_GOLD\"", member(), "*/*")
                        .getBody())
                .contains("there is no project project998");
        assertThat(ask(path, "SELECT max(age) FROM \"%s/M11_GOLD\"".formatted(project), TestTokens.coreTeam(), "*/*")
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(ask(path + "?limit=10001", "SELECT 1", member(), "*/*").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void tableThatSeveralModelsMayMeanIsRefusedAndTheModelSaysWhich() {
        configure();
        var other = new ModelName("11_other_model_reg");
        bus.publish(new ModelConfigured(
                project, other, 1, "bo@contoso.com", configured(project, 1).settings(), NOW));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        put(ModelZone.train(project, other), SERUM, DAY, "s.csv", serum(1, 20));
        await().until(
                        () -> database.sql(
                                        "SELECT count(*) FROM dataset_version WHERE project = :project AND layer = 'silver'")
                                .param("project", project.value())
                                .query(Long.class)
                                .single(),
                        count -> count == 2);
        String path = "/projects/" + project + "/sql/dev";

        ResponseEntity<String> refused =
                ask(path, "SELECT count(*) FROM \"M11_ds02_serum_train_SILVER@1\"", member(), "*/*");

        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody())
                .contains(
                        "urn:aifactory:problem:ambiguous-table",
                        "11_diabetes_model_reg/M11_ds02_serum_train_SILVER@1",
                        "11_other_model_reg/M11_ds02_serum_train_SILVER@1");
        assertThat(ask(path, "SELECT count(*) FROM m11_ds02_serum_train_silver", member(), "text/csv")
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(ask(path, "SELECT count(*) FROM \"11_other_model_reg/M11_ds02_serum_train_SILVER\"", member(), "*/*")
                        .getBody())
                .contains("\"rows\":[[\"20\"]]");
    }

    private static String eve() {
        return TestTokens.bearer("eve@contoso.com", "prj999_member");
    }

    private ResponseEntity<String> ask(String path, String sql, String authorization, String accept) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        headers.set(HttpHeaders.ACCEPT, accept);
        headers.setContentType(MediaType.TEXT_PLAIN);
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(sql, headers), String.class);
    }

    @Test
    void queryOfATeamIsTriedThenCountsAndOneThatFailsChangesNothing() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);
        String queries = "/projects/%s/models/%s/sql/dev".formatted(project, MODEL);
        String ofSerum = "?dataset=" + SERUM;
        String half = "SELECT person_id, CAST(s1 AS DOUBLE) / 2 AS s1_half FROM bronze";

        assertThat(send(HttpMethod.POST, queries + "/trial" + ofSerum, half).getBody())
                .contains("\"rows\":50", "\"badRows\":0", "s1_half");
        assertThat(send(HttpMethod.PUT, queries + ofSerum, "SELECT * FROM '/etc/passwd'")
                        .getBody())
                .contains("invalid-sql", "there is no table '/etc/passwd' here");
        assertThat(get(queries + ofSerum, member()).getBody())
                .contains(
                        "query-not-found",
                        "no query for silver of ds02_serum of 11_diabetes_model_reg in dev",
                        "./factory query set %s %s FILE --dataset ds02_serum --env dev".formatted(project, MODEL));
        assertThat(get(queries + "?dataset=ds09_none", member()).getBody())
                .contains("query-not-found", "have no such model or dataset");
        assertThat(send(HttpMethod.PUT, queries + ofSerum, half).getBody()).contains("\"version\":1");

        DatasetSaved silver = awaitSaved(SERUM, LakeLayer.SILVER, 2);
        assertThat(silver.columns()).extracting("name").containsExactly("person_id", "s1_half");
        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 2).columns())
                .extracting("name")
                .contains("s1_half");

        send(HttpMethod.PUT, queries + ofSerum, "SELECT person_id, CAST('x' || s1 AS DOUBLE) AS s1 FROM bronze");
        assertThat(bus.await(DatasetRejected.class, rejected -> isFor(rejected, "v2/in_to_silver.sql"))
                        .reason())
                .contains("Could not convert string");

        send(
                HttpMethod.PUT,
                queries,
                "SELECT m.*, s.s1_half FROM ds01_measurements m JOIN ds02_serum s USING (person_id) WHERE age > 30");
        assertThat(awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 3).dataset().rows())
                .isLessThan(50);
        assertThat(send(HttpMethod.DELETE, queries + ofSerum, null).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(awaitSaved(SERUM, LakeLayer.SILVER, 3).columns())
                .extracting("name")
                .containsExactly("person_id", "s1");
    }

    @Test
    void fileWithoutTheKeyIsUsedOnceAQueryMakesIt() {
        configure();
        put(train(), SERUM, DAY, "s.csv", "Sample,s1\nP-1,1.5\nP-2,2.5\n");
        assertThat(bus.await(DatasetRejected.class, rejected -> isFor(rejected, "s.csv"))
                        .reason())
                .contains("it has no column person_id");

        send(
                HttpMethod.PUT,
                "/projects/%s/models/%s/sql/dev?dataset=%s".formatted(project, MODEL, SERUM),
                "SELECT _file, _file_number, _row, CAST(substr(sample, 3) AS BIGINT) AS person_id, CAST(s1 AS DOUBLE) AS s1 FROM bronze");

        DatasetSaved silver = awaitSaved(SERUM, LakeLayer.SILVER, 1);
        assertThat(silver.dataset().rows()).isEqualTo(2);
        assertThat(silver.columns()).extracting("name").containsExactly("person_id", "s1");
    }

    @Test
    void tableThatBreaksItsRuleIsRefusedAndTheFormerGoesOnCounting() {
        var rule = new TableRule(10L, 0.5, 0.1, null, null);
        bus.publish(configured(project, 1, rule));
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 1);

        put(train(), MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(40, 200));

        assertThat(bus.await(DatasetRejected.class, rejected -> isFor(rejected, "21/m.csv"))
                        .reason())
                .isEqualTo("it has 200 good rows after 50 in version 1, which differ by more than 50.0 %");
        bus.publish(configured(project, 2));
        assertThat(awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 2).dataset().rows())
                .isEqualTo(200);
    }

    @Test
    void ignoresWhatIsNoIncomingFile() {
        configure();
        String event = storageEvent("projects/%s/%s/train/gold/dev/gold.parquet".formatted(project, MODEL), "PutBlob");
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event.getBytes(UTF_8));
        awaitQuiet();

        assertThat(database.sql("SELECT count(*) FROM arrival WHERE path LIKE :project")
                        .param("project", "projects/" + project + "/%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void fileOfBadRowsIsSeenThoughNoGoodRowChanges() {
        configure();
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 50));
        put(train(), SERUM, DAY, "s.csv", serum(1, 50));
        awaitSaved(DatasetName.GOLD, LakeLayer.GOLD, 1);

        put(train(), MEASUREMENTS, DAY.plusDays(1), "bad.csv", "person_id,age,bmi,progression\n1,old,20,1\n2,40,20,\n");

        DatasetSaved silver = awaitSaved(MEASUREMENTS, LakeLayer.SILVER, 2);
        awaitQuiet();
        assertThat(silver.dataset().rows()).isEqualTo(50);
        assertThat(silver.badRows()).isEqualTo(2);
        assertThat(bad(MEASUREMENTS, 2)).contains("age 'old' is no integer").contains("progression is missing");
        assertThat(bus.seen(DatasetSaved.class))
                .filteredOn(saved ->
                        saved.project().equals(project) && saved.dataset().layer() == LakeLayer.GOLD)
                .hasSize(1);
    }

    @Test
    void whileATeamTriesThingsOutASampleTakesThePlaceOfTheOneBeforeAndNobodyHearsOfIt() {
        bus.publish(configured(project, 1, DataPhase.RESEARCH, new TableRule(1L, 0.5, 0.5, null, null)));
        put(train(), MEASUREMENTS, DAY, "m.csv", measurements(1, 100));
        put(train(), SERUM, DAY, "s.csv", serum(1, 100));
        awaitTrial(20);
        put(train(), MEASUREMENTS, DAY.plusDays(1), "m.csv", measurements(101, 200));
        put(train(), SERUM, DAY.plusDays(1), "s.csv", serum(101, 200));
        awaitTrial(40);

        await().untilAsserted(() -> assertThat(lake.list(new LakeFolder.OfProject(project)))
                .filteredOn(file -> file.path().endsWith("/gold.parquet"))
                .hasSize(1));
        assertThat(bus.seen(DatasetSaved.class))
                .noneMatch(saved -> saved.project().equals(project));

        bus.publish(configured(project, 2, DataPhase.PRODUCTION));

        DatasetSaved gold = bus.await(
                DatasetSaved.class,
                saved -> saved.project().equals(project) && saved.dataset().layer() == LakeLayer.GOLD);
        assertThat(gold.dataset().rows()).isEqualTo(200);
        assertThat(get("/projects/%s/datasets?latest=true&layer=gold".formatted(project), member())
                        .getBody())
                .contains("\"phase\":\"research\"", "\"phase\":\"production\"");
    }

    private void awaitTrial(long rows) {
        await().until(
                        () -> database.sql("""
                                SELECT rows FROM dataset_version WHERE project = :project AND layer = 'gold' AND newest""")
                                .param("project", project.value())
                                .query(Long.class)
                                .optional(),
                        found -> found.filter(count -> count == rows).isPresent());
    }

    private ModelTrained trainedOn(DatasetSaved gold) {
        var file = new LakeFile(
                EnvironmentTier.DEV, "projects/%s/%s/train/model/dev/v1/model.zip".formatted(project, MODEL));
        return new ModelTrained(
                project,
                MODEL,
                1,
                "run-1",
                TrainingTrigger.DATA,
                "LightGBM",
                new ModelArtifactReference(file, "0".repeat(64), 10),
                gold.splits().get(2),
                Map.of(),
                List.of(),
                "bo@contoso.com",
                NOW);
    }

    private ScoringCompleted scoredBy(int version) {
        var file = new LakeFile(
                EnvironmentTier.DEV,
                "projects/%s/%s/inference/1/scored/dev/2026/11/20/sco-1/scored_crm.parquet".formatted(project, MODEL));
        return new ScoringCompleted(
                project,
                MODEL,
                version,
                EnvironmentTier.DEV,
                "sco-" + project,
                ScoringKind.ONLINE,
                List.of("crm"),
                1,
                file,
                null,
                NOW);
    }

    private String lineageOf(String node) {
        return "/projects/%s/lineage?direction=upstream&node=%s".formatted(project, node);
    }

    private void configure() {
        bus.publish(configured(project, 1));
        await().until(
                        () -> database.sql("SELECT count(*) FROM configured_model WHERE project = :project")
                                .param("project", project.value())
                                .query(Long.class)
                                .single(),
                        count -> count == 1);
    }

    private ModelZone.Train train() {
        return ModelZone.train(project, MODEL);
    }

    private static InFile inFile(ModelZone zone, DatasetName dataset, LocalDate day, String name) {
        return new InFolder(zone, dataset, EnvironmentTier.DEV, day).file(name);
    }

    private InFile put(ModelZone zone, DatasetName dataset, LocalDate day, String name, String content) {
        InFile file = new InFolder(zone, dataset, lake.environment(), day).file(name);
        lake.publish(file, LakeContent.of(content.getBytes(UTF_8)));
        tell(file);
        return file;
    }

    private void tell(InFile file) {
        tell(file, "Microsoft.Storage.BlobCreated", "FlushWithClose", 1);
    }

    private void tell(InFile file, String type, String api, long length) {
        String event = storageEvent(file.path(), type, api, length);
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event.getBytes(UTF_8));
    }

    private DatasetSaved awaitSaved(DatasetName dataset, LakeLayer layer, int version) {
        return bus.await(
                DatasetSaved.class,
                saved -> saved.project().equals(project)
                        && saved.dataset().dataset().equals(dataset)
                        && saved.dataset().layer() == layer
                        && saved.dataset().version() == version);
    }

    private void awaitNewest(DatasetName dataset, LakeLayer layer, long rows) {
        await().until(
                        () -> database.sql("""
                                SELECT rows FROM dataset_version
                                WHERE project = :project AND dataset = :dataset AND layer = :layer
                                ORDER BY version DESC LIMIT 1""")
                                .param("project", project.value())
                                .param("dataset", dataset.value())
                                .param("layer", layer.label())
                                .query(Long.class)
                                .optional()
                                .orElse(0L),
                        newest -> newest == rows);
    }

    private boolean isFor(DatasetRejected rejected, String name) {
        return rejected.project().equals(project) && rejected.file().path().endsWith(name);
    }

    /** Waits until nothing has been waiting for a while, in the inbox or among the jobs. */
    private void awaitQuiet() {
        await().during(Duration.ofSeconds(2))
                .until(() -> database.sql("""
                                SELECT (SELECT count(*) FROM inbox WHERE status = 'WAITING')
                                    + (SELECT count(*) FROM scheduled_tasks WHERE task_name = 'reconcile')""").query(Long.class).single(), count -> count == 0);
    }

    private long versions() {
        return database.sql("SELECT count(*) FROM dataset_version WHERE project = :project")
                .param("project", project.value())
                .query(Long.class)
                .single();
    }

    /** Returns what is known of a file; empty if nothing is. */
    private String stateOf(InFile file) {
        return database.sql("SELECT state FROM arrival WHERE path = :path")
                .param("path", file.path())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String bad(DatasetName dataset, int version) {
        var file = LakePaths.parse(
                "projects/%s/%s/train/%s/bad/dev/v%d/bad.csv".formatted(project, MODEL, dataset, version));
        try (var in = lake.open(file)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileForm withoutHeader(String... columns) {
        return new FileForm(null, null, null, null, false, List.of(columns), null);
    }

    private String rejections() {
        return String.valueOf(get("/projects/%s/rejections?model=%s".formatted(project, MODEL), member())
                .getBody());
    }

    private String member() {
        return TestTokens.bearer("bo@contoso.com", "prj%03d_member".formatted(project.number()));
    }

    private ResponseEntity<String> send(HttpMethod method, String path, String body) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, member());
        headers.setContentType(MediaType.TEXT_PLAIN);
        return http.exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> get(String path, String authorization) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }

    private ResponseEntity<String> choose(String path, String etag, String body) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, member());
        headers.set(HttpHeaders.IF_MATCH, etag);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(
                path + "?environment=dev&use=training", HttpMethod.PUT, new HttpEntity<>(body, headers), String.class);
    }
}
