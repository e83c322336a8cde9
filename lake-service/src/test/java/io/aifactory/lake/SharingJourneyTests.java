package io.aifactory.lake;

import static io.aifactory.lake.TeamFixtures.DAY;
import static io.aifactory.lake.TeamFixtures.MEASUREMENTS;
import static io.aifactory.lake.TeamFixtures.MODEL;
import static io.aifactory.lake.TeamFixtures.NOW;
import static io.aifactory.lake.TeamFixtures.configured;
import static io.aifactory.lake.TeamFixtures.measurements;
import static io.aifactory.lake.TeamFixtures.storageEvent;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.DatasetSaved;
import io.aifactory.contracts.events.DatasetShared;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.Member;
import io.aifactory.contracts.events.MembersChanged;
import io.aifactory.contracts.events.ProjectDecommissioned;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectRole;
import io.aifactory.contracts.events.SharedDatasetSaved;
import io.aifactory.contracts.events.SharingRevoked;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.LakeStorage;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterPath;
import io.aifactory.contracts.lake.MasterTable;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.RefinedLayer;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.lake.master.MasterTableId;
import io.aifactory.lake.master.MasterTables;
import io.aifactory.lake.master.MasterVersion;
import java.time.Duration;
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
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lands in master, and what owners let others read. */
class SharingJourneyTests extends LakeJourney {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private MasterTables masterTables;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    private LakeStorage lake;
    private MasterDataset patients;
    private ProjectId owner;
    private ProjectId subscriber;

    @BeforeEach
    void provisionProjects() {
        lake = lakes.of(EnvironmentTier.DEV);
        owner = nextProject();
        subscriber = nextProject();
        patients = MasterDataset.parse("se/hospital/patients_of_" + owner);
        List.of(owner, subscriber).forEach(this::provision);
        await().until(() -> count("configured_model WHERE project IN ('%s', '%s')".formatted(owner, subscriber)) == 2);
    }

    @Test
    void whatLandsInMasterBecomesBronzeAndSilverInDelta() {
        putInMaster("early.csv", "person_id,age\n1,40\n2,41\n");
        awaitQuiet();
        assertThat(silver()).isNull();

        describe("Person ID");
        await().until(() -> silver() != null);
        putInMaster("other.csv", "person_id,weight\n1,80\n");
        putInMaster("late.csv", "age,person_id\n42,2\n43,3\nx,4\n");
        await().until(() -> silver().number() == 1);
        tell("early.csv");
        putInMaster("late.csv", "age,person_id\n42,2\n43,3\nx,4\n");
        awaitQuiet();

        assertThat(silver().number()).isEqualTo(1);
        assertThat(silver().rows()).isEqualTo(4);
        assertThat(silver().columns()).extracting("name").containsExactlyInAnyOrder("person_id", "age");
        assertThat(masterTables.at(silver().table(), 0).orElseThrow().rows()).isEqualTo(2);
        assertThat(masterTables.history(table(RefinedLayer.BRONZE))).hasSize(2);
        String dataset = "dataset=master/" + patients;
        assertThat(get("/master/files?" + dataset, core()).getBody())
                .contains("\"REJECTED\"", "it lacks [age] and adds [weight]");
        assertThat(get("/master/tables", member(subscriber)).getBody()).contains("master/" + patients + "/out/silver");
        assertThat(get("/master/versions?environment=dev&version=0&" + dataset, core())
                        .getBody())
                .contains("\"version\":0", "\"rows\":2", "part-", "\"commits\":[");
        assertThat(get("/master/versions?environment=dev&version=9&" + dataset, core())
                        .getBody())
                .contains("master-table-not-found");
        assertThat(get("/master/files?" + dataset, lead(owner)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void newVersionsArriveFromTheGrantUntilItIsRevoked() {
        putAtOwner("m.csv", measurements(1, 50));
        awaitSilver(owner, 1);
        String share = share(projectSource(), subscriber, lead(owner));
        assertThat(bus.await(DatasetShared.class, shared -> shared.shareId().equals(share))
                        .project())
                .isEqualTo(subscriber);

        post("/shares/" + share + "/subscriptions", lead(subscriber), into());

        SharedDatasetSaved first = awaitVersion(share, 1);
        LakeFile file = first.files().get(0);
        assertThat(file.path()).endsWith("ds01_measurements/out/silver/dev/v1/silver.parquet");
        assertThat(accessOf(file)).contains("group:" + group(subscriber) + "_lead:r-x");
        await().untilAsserted(() -> assertThat(
                        lake.access(new LakeFolder.OfProject(owner)).toString())
                .contains("default:group:" + group(subscriber) + "_member:--x"));
        assertThat(get("/shares/" + share + "/versions/1/files/1", member(subscriber))
                        .getBody())
                .startsWith("PAR1");
        LakeFile copy = first.copies().get(0);
        assertThat(copy.path()).endsWith("/%s_ds01_measurements_v1.parquet".formatted(owner));
        tell(LakePaths.parse(copy));
        assertThat(awaitSilver(subscriber, 1).dataset().rows()).isEqualTo(50);

        putAtOwner("more.csv", measurements(51, 60));
        SharedDatasetSaved second = awaitVersion(share, 2);
        post("/shares/" + share + "/revoke", lead(owner), Map.of("reason", "the study has ended"));
        bus.await(SharingRevoked.class, revoked -> revoked.shareId().equals(share));
        putAtOwner("last.csv", measurements(61, 70));
        awaitSilver(owner, 3);
        awaitQuiet();

        assertThat(accessOf(file) + accessOf(second.files().get(0))).doesNotContain(group(subscriber));
        assertThat(lake.access(new LakeFolder.OfProject(owner)).toString()).doesNotContain(group(subscriber));
        assertThat(versionsBy(share)).isEqualTo(2);
        assertThat(lake.find(LakePaths.parse(copy))).isPresent();
        assertThat(get("/shares/" + share + "/versions", member(subscriber)).getBody())
                .contains("share-revoked");
        assertThat(get("/shares?project=" + subscriber, member(subscriber)).getBody())
                .contains("\"inForce\":false", "SUBSCRIBED", "the study has ended", "ann@contoso.com");
    }

    @Test
    void onlyTheOwnersLeadSharesAndOnlyTheSubscribersLeadSubscribes() {
        assertThat(refusal("/shares", core(), grant(projectSource(), subscriber)))
                .contains("not-allowed", "is no lead of " + owner);
        assertThat(refusal("/shares", member(owner), grant(projectSource(), subscriber)))
                .contains("not-allowed");
        assertThat(refusal("/shares", lead(subscriber), grant(projectSource(), subscriber)))
                .contains("project-not-found");
        assertThat(refusal("/shares", lead(owner), grant("master/" + patients, subscriber)))
                .contains("does not belong to the core team");
        assertThat(refusal("/shares", core(), grant("master/" + patients, subscriber)))
                .contains("source-not-found");
        assertThat(refusal("/shares", lead(owner), grant(projectSource(), owner)))
                .contains("own-dataset");
        assertThat(refusal("/shares", lead(owner), grant("projects/../x", subscriber)))
                .contains("invalid-source", "write master/{parent}/{dataset}");
        String share = share(projectSource(), subscriber, lead(owner));
        String subscriptions = "/shares/" + share + "/subscriptions";

        assertThat(refusal("/shares", lead(owner), grant(projectSource(), subscriber)))
                .contains("already-shared", share);
        assertThat(refusal(subscriptions, member(subscriber), into())).contains("is no lead of " + subscriber);
        assertThat(refusal(subscriptions, lead(owner), into())).contains("share-not-found");
        assertThat(refusal(
                        subscriptions,
                        lead(subscriber),
                        Map.of("model", MODEL, "dataset", "ds09_unknown", "reason", "because")))
                .contains("target-not-found");
        assertThat(refusal(subscriptions, lead(subscriber), Map.of("reason", " ")))
                .contains("invalid-request", "reason must not be blank");
        assertThat(refusal("/shares/" + share + "/revoke", lead(subscriber), Map.of("reason", "because")))
                .contains("project-not-found");

        bus.publish(new ProjectDecommissioned(owner, "core@contoso.com", "budget ended", NOW));
        SharingRevoked revoked =
                bus.await(SharingRevoked.class, event -> event.shareId().equals(share));
        assertThat(revoked.reason()).isEqualTo(owner + " was given up");
        assertThat(refusal(subscriptions, lead(subscriber), into())).contains("share-revoked");
    }

    @Test
    void masterFeedsADatasetOfAProject() {
        describe("person_id");
        putInMaster("p.csv", "person_id,age,progression\n1,40,9\n2,41,8\n");
        String share = share("master/" + patients, subscriber, core());
        String subscription = post("/shares/" + share + "/subscriptions", lead(subscriber), into())
                .path("id")
                .asText();

        SharedDatasetSaved first = awaitVersion(share, 0);

        assertThat(first.subscriptionId()).isEqualTo(subscription);
        LakeFile copy = first.copies().get(0);
        assertThat(copy.path())
                .startsWith("projects/%s/%s/train/ds01_measurements/in/dev/".formatted(subscriber, MODEL))
                .endsWith("/patients_of_%s_v0.parquet".formatted(owner));
        tell(LakePaths.parse(copy));
        assertThat(awaitSilver(subscriber, 1).dataset().rows()).isEqualTo(2);
        assertThat(lake.access(table(RefinedLayer.SILVER).table().folder()).toString())
                .contains("group:" + group(subscriber) + "_lead:r-x", "group:coreteam:rwx");
        putInMaster("q.csv", "person_id,age,progression\n3,42,7\n");
        assertThat(awaitVersion(share, 1).subscriptionId()).isEqualTo(subscription);
        assertThat(get("/shares/" + share + "/versions", member(subscriber)).getBody())
                .contains("\"version\":0", "\"version\":1", "part-");
        post("/subscriptions/" + subscription + "/end", lead(subscriber), Map.of("reason", "enough"));
        assertThat(refusal("/subscriptions/" + subscription + "/end", lead(subscriber), Map.of("reason", "enough")))
                .contains("subscription-ended");
    }

    @Test
    void projectGivesItsSilverBackToMasterOnceTheCoreTeamAccepts() {
        putAtOwner("m.csv", measurements(1, 50));
        awaitSilver(owner, 1);
        Map<String, Object> offer = Map.of(
                "project",
                owner,
                "model",
                MODEL,
                "dataset",
                MEASUREMENTS,
                "environment",
                "dev",
                "master",
                "master/" + patients,
                "reason",
                "cleaned, of use to all");
        assertThat(refusal("/share-backs", member(owner), offer)).contains("not-allowed");
        String id = post("/share-backs", lead(owner), offer).path("id").asText();
        assertThat(refusal("/share-backs", lead(owner), offer)).contains("already-offered", id);
        var given = new MasterTableId(
                EnvironmentTier.DEV,
                new MasterTable.GivenBack(patients, owner, RefinedLayer.SILVER, EnvironmentTier.DEV));
        assertThat(refusal("/share-backs/" + id + "/accept", lead(owner), Map.of("reason", "because")))
                .contains("does not belong to the core team");

        post("/share-backs/" + id + "/accept", core(), Map.of("reason", "welcome"));
        await().until(() -> masterTables.latest(given).isPresent());
        putAtOwner("more.csv", measurements(51, 60));
        await().until(() -> masterTables.latest(given).orElseThrow().number() == 1);
        post("/share-backs/" + id + "/withdraw", lead(owner), Map.of("reason", "the study has ended"));
        putAtOwner("last.csv", measurements(61, 70));
        awaitSilver(owner, 3);
        awaitQuiet();

        MasterVersion newest = masterTables.latest(given).orElseThrow();
        assertThat(newest.number()).isEqualTo(1);
        assertThat(newest.rows()).isEqualTo(60);
        assertThat(newest.files()).allMatch(path -> path instanceof MasterPath.SharedBack);
        assertThat(masterTables.at(given, 0).orElseThrow().rows()).isEqualTo(50);
        assertThat(get("/share-backs?project=" + owner, member(owner)).getBody())
                .contains("WITHDRAWN", "OFFERED", "ACCEPTED", "welcome");
        assertThat(refusal("/share-backs/" + id + "/accept", core(), Map.of("reason", "again")))
                .contains("offer-decided", "is withdrawn");
    }

    private void provision(ProjectId project) {
        bus.publish(new EnvironmentProvisioned(project, EnvironmentTier.DEV, 1, List.of(), NOW));
        bus.publish(new MembersChanged(
                project,
                1,
                List.of(
                        new Member("ann@contoso.com", ProjectRole.LEAD),
                        new Member("bo@contoso.com", ProjectRole.MEMBER)),
                NOW));
        bus.publish(configured(project, 1));
    }

    private String projectSource() {
        return "projects/%s/%s/%s".formatted(owner, MODEL, MEASUREMENTS);
    }

    private void putAtOwner(String name, String content) {
        put(new InFolder(ModelZone.train(owner, MODEL), MEASUREMENTS, EnvironmentTier.DEV, DAY).file(name), content);
    }

    private void putInMaster(String name, String content) {
        put(new MasterPath.In(patients, DAY, name), content);
    }

    private void put(LakePath file, String content) {
        lake.publish(file, LakeContent.of(content.getBytes(UTF_8)));
        tell(file);
    }

    private void tell(String name) {
        tell(new MasterPath.In(patients, DAY, name));
    }

    private void tell(LakePath file) {
        String event = storageEvent(file.path(), "FlushWithClose");
        bus.sendToQueue("lake-storage-events", UUID.randomUUID().toString(), event.getBytes(UTF_8));
    }

    private void describe(String key) {
        post(
                "/master/datasets",
                core(),
                Map.of("dataset", patients.toString(), "key", key, "reason", "the hospital delivers it"));
    }

    private MasterTableId table(RefinedLayer layer) {
        return new MasterTableId(EnvironmentTier.DEV, new MasterTable.Refined(patients, layer));
    }

    private MasterVersion silver() {
        return masterTables.latest(table(RefinedLayer.SILVER)).orElse(null);
    }

    private static Map<String, Object> grant(String source, ProjectId project) {
        return Map.of("source", source, "environment", "dev", "project", project, "reason", "the same study");
    }

    private static Map<String, Object> into() {
        return Map.of("model", MODEL, "dataset", MEASUREMENTS, "reason", "we train on it");
    }

    private String share(String source, ProjectId project, String authorization) {
        return post("/shares", authorization, grant(source, project)).path("id").asText();
    }

    private SharedDatasetSaved awaitVersion(String share, long version) {
        return bus.await(
                SharedDatasetSaved.class, saved -> saved.shareId().equals(share) && saved.version() == version);
    }

    private DatasetSaved awaitSilver(ProjectId project, int version) {
        return bus.await(
                DatasetSaved.class,
                saved -> saved.project().equals(project)
                        && saved.dataset().layer() == LakeLayer.SILVER
                        && saved.dataset().version() == version);
    }

    private String accessOf(LakeFile file) {
        return lake.access(LakePaths.parse(file)).toString();
    }

    private long versionsBy(String share) {
        return count(
                "delivery JOIN subscription ON subscription.id = subscription WHERE share = '%s'".formatted(share));
    }

    private long count(String what) {
        return database.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    /** Waits until nothing has been waiting for a while, in the inbox or among the jobs. */
    private void awaitQuiet() {
        await().during(Duration.ofSeconds(1))
                .until(() ->
                        count("inbox WHERE status = 'WAITING'") + count("scheduled_tasks WHERE task_name = 'reconcile'")
                                == 0);
    }

    private static String group(ProjectId project) {
        return "prj%03d".formatted(project.number());
    }

    private static String core() {
        return TestTokens.coreTeam();
    }

    private static String lead(ProjectId project) {
        return TestTokens.bearer("ann@contoso.com", group(project) + "_lead");
    }

    private static String member(ProjectId project) {
        return TestTokens.bearer("bo@contoso.com", group(project) + "_member");
    }

    private ResponseEntity<String> get(String path, String authorization) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(authorization)), String.class);
    }

    private JsonNode post(String path, String authorization, Object body) {
        var response =
                http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers(authorization)), JsonNode.class);
        assertThat(response.getStatusCode().is2xxSuccessful())
                .as(String.valueOf(response.getBody()))
                .isTrue();
        return response.getBody();
    }

    private String refusal(String path, String authorization, Object body) {
        var response =
                http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers(authorization)), String.class);
        assertThat(response.getStatusCode().is4xxClientError())
                .as(response.getBody())
                .isTrue();
        return response.getBody();
    }

    private static HttpHeaders headers(String authorization) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        return headers;
    }
}
