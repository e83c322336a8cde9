package io.aifactory.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.ModelPromoted;
import io.aifactory.contracts.events.PromotionApproved;
import io.aifactory.contracts.events.PromotionRejected;
import io.aifactory.contracts.events.PromotionRequested;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service over a real database, a real bus and a real lake. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
class PromotionServiceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    @TempDir
    static Path lakeRoot;

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Lakes lakes;

    @Autowired
    private JdbcClient database;

    private Story story;

    @DynamicPropertySource
    static void lake(DynamicPropertyRegistry registry) {
        registry.add("factory.lake.root", () -> lakeRoot);
    }

    @BeforeEach
    void newProject() {
        story = Story.of(PROJECTS.incrementAndGet(), lakes);
        for (EnvironmentTier environment : EnvironmentTier.values()) {
            bus.publish(story.provisioned(environment));
        }
        bus.publish(story.configured(1, new MetricWeight("rmse", 0)));
    }

    @Test
    void takesModelFromDevToProdThroughTwoApprovals() {
        bus.publish(story.trained(1, 54.2));

        assertThat(promoted(1, EnvironmentTier.DEV).approvedBy()).isEqualTo("settings");
        PromotionRequested toTest = requested(1, EnvironmentTier.TEST);
        assertThat(post(story.carla(), "/promotions/" + toTest.promotionId() + "/approve", Map.of("comment", "fine"))
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        ModelPromoted inTest = promoted(1, EnvironmentTier.TEST);
        bus.publish(story.deployed(inTest));
        PromotionRequested toProd = requested(1, EnvironmentTier.PROD);
        post(story.carla(), "/promotions/" + toProd.promotionId() + "/approve", null);
        ModelPromoted inProd = promoted(1, EnvironmentTier.PROD);

        assertThat(inTest.approvedBy()).isEqualTo(Story.CARLA);
        assertThat(inTest.artifact().file().path())
                .isEqualTo(story.artifactFile(1, EnvironmentTier.TEST).path());
        assertThat(content(1, EnvironmentTier.PROD)).isEqualTo(content(1, EnvironmentTier.DEV));
        assertThat(inProd.artifact().sha256()).isEqualTo(inTest.artifact().sha256());
        assertThat(approvals()).containsExactlyInAnyOrder("settings", Story.CARLA, Story.CARLA);
        assertThat(champions("")).containsExactlyInAnyOrder("dev 1", "test 1", "prod 1");
    }

    @Test
    void goesOnByItselfOnceALateEnvironmentIsThere() {
        Story late = Story.of(PROJECTS.incrementAndGet(), lakes);
        bus.publish(late.provisioned(EnvironmentTier.DEV));
        bus.publish(late.configured(1, new MetricWeight("rmse", 0)));
        bus.publish(late.trained(1, 54.2));
        ModelPromoted inDev = bus.await(ModelPromoted.class, event -> event.project()
                .equals(late.provisioned(EnvironmentTier.DEV).project()));

        bus.publish(late.provisioned(EnvironmentTier.TEST));

        PromotionRequested toTest =
                bus.await(PromotionRequested.class, event -> event.project().equals(inDev.project()));
        assertThat(toTest.to()).isEqualTo(EnvironmentTier.TEST);
        assertThat(toTest.version()).isEqualTo(1);
    }

    @Test
    void tellsWhoWasChampionAtAnyTime() {
        bus.publish(story.trained(1, 54.2));
        ModelPromoted first = promoted(1, EnvironmentTier.DEV);
        bus.publish(story.trained(2, 50.0, Story.peer(1, 54.0)));
        ModelPromoted second = promoted(2, EnvironmentTier.DEV);

        assertThat(second.replaced()).isEqualTo(1);
        assertThat(champions("/history?at=" + first.promotedAt())).containsExactly("dev 1");
        assertThat(champions("/history?at=" + second.promotedAt())).containsExactly("dev 2");
        assertThat(champions("/history?at=" + first.promotedAt().minusSeconds(1)))
                .isEmpty();
        assertThat(champions("/history")).containsExactly("dev 1", "dev 2");
    }

    @Test
    void refusesWorseChallengerWithTheReason() {
        bus.publish(story.trained(1, 54.2));
        promoted(1, EnvironmentTier.DEV);

        bus.publish(story.trained(2, 60.0, Story.peer(1, 54.0)));

        PromotionRejected rejected = rejected(2);
        assertThat(rejected.rejectedBy()).isEqualTo("comparison");
        assertThat(rejected.reasons()).containsExactly("rmse 60.0 is not lower than 54.0 of version 1");
        assertThat(get(story.ben(), promotions() + "?state=GATES_FAILED").getBody())
                .singleElement()
                .satisfies(shown -> {
                    assertThat(shown.at("/comparison/0/passed").asBoolean()).isFalse();
                    assertThat(shown.at("/champion").asInt()).isEqualTo(1);
                    assertThat(shown.at("/reasons/0").asText()).contains("rmse");
                });
        assertThat(champions("")).contains("dev 1");
    }

    @Test
    void refusesChallengerWhoseChampionWasNotScoredOnItsTestSet() {
        bus.publish(story.trained(1, 54.2));
        promoted(1, EnvironmentTier.DEV);

        bus.publish(story.trained(2, 10.0));

        assertThat(rejected(2).reasons()).singleElement().asString().contains("not scored on a test set");
    }

    @Test
    void decidesOnlyOnce() {
        String promotion = awaiting(1, 54.2);
        post(story.carla(), promotion + "/reject", Map.of("reason", "wait for the audit"));

        var again = post(story.carla(), promotion + "/approve", null);

        assertProblem(again, 409, "already-decided");
        assertThat(again.getBody().path("detail").asText()).contains("REJECTED").contains(Story.CARLA);
        assertThat(rejected(1).reasons()).containsExactly("wait for the audit");
        assertThat(get(story.ben(), promotion).getBody().path("decidedBy").asText())
                .isEqualTo(Story.CARLA);
        assertThat(database.sql(
                                "SELECT outcome || ' ' || decided_by || ' ' || reason FROM decision WHERE promotion_id = ?")
                        .param(promotion.replace("/promotions/", ""))
                        .query(String.class)
                        .list())
                .containsExactly("REJECTED carla@contoso.com wait for the audit");
        assertThat(exists(1, EnvironmentTier.TEST)).isFalse();
    }

    @Test
    void hearsOneOfManyWhoDecideAtOnce() {
        String promotion = awaiting(1, 54.2);

        var statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(number -> post(
                        TestTokens.bearer("approver%d@contoso.com".formatted(number), "coreteam"),
                        promotion + (number % 2 == 0 ? "/approve" : "/reject"),
                        Map.of("reason", "no", "comment", "yes")))
                .map(answer -> answer.getStatusCode().value())
                .toList();

        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
    }

    @Test
    void saysWhatItCannotRead() {
        assertProblem(get(story.ben(), promotions() + "?state=DONE"), 400, "invalid-request");
        assertProblem(get(story.ben(), promotions() + "?model=diabetes"), 400, "invalid-request");
        assertProblem(get(story.ben(), "/promotions/prm-1"), 400, "invalid-request");
        assertProblem(
                get(story.ben(), "/projects/" + story.project() + "/champions/history?at=yesterday"),
                400,
                "invalid-request");
        assertProblem(post(story.ben(), promotions(), Map.of("version", 0)), 400, "invalid-request");
    }

    @Test
    void rejectionNeedsReason() {
        String promotion = awaiting(1, 54.2);

        assertProblem(post(story.carla(), promotion + "/reject", Map.of("reason", " ")), 400, "invalid-request");
        assertThat(state(promotion)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void letsNobodyDecideOnTheirOwn() {
        String promotion = awaiting(1, 54.2);

        assertProblem(post(story.anna(), promotion + "/approve", null), 403, "own-promotion");
        assertProblem(
                post(TestTokens.bearer("Anna@Contoso.com", "coreteam"), promotion + "/approve", null),
                403,
                "own-promotion");
        assertThat(state(promotion)).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void letsOnlyApproversDecideAndOnlyTheProjectSee() {
        String promotion = awaiting(1, 54.2);
        String stranger = TestTokens.bearer("eve@contoso.com", "prj999_approver");

        assertProblem(post(story.ben(), promotion + "/approve", null), 403, "not-allowed");
        assertProblem(post(stranger, promotion + "/approve", null), 404, "promotion-not-found");
        assertProblem(get(stranger, promotion), 404, "promotion-not-found");
        assertProblem(get(stranger, promotions()), 404, "project-not-found");
        assertProblem(get(TestTokens.coreTeam(), "/projects/project998/promotions"), 404, "project-not-found");
        assertThat(post(TestTokens.coreTeam(), promotion + "/approve", null)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
    }

    @Test
    void skipsNoEnvironment() {
        awaiting(1, 54.2);

        assertProblem(request(1, "prod"), 422, "environment-skipped");
        assertProblem(
                post(
                        story.ben(),
                        promotions(),
                        Map.of("model", story.model(), "version", 1, "from", "dev", "to", "prod")),
                422,
                "environment-skipped");
        assertProblem(request(7, "test"), 404, "model-version-not-found");
        assertProblem(request(1, "staging"), 400, "invalid-request");
        assertProblem(request(1, "test"), 409, "already-requested");
        assertThat(get(story.ben(), promotions()).getBody()).hasSize(2);
    }

    @Test
    void goesNowhereFromWhereItWasNotDeployed() {
        String promotion = awaiting(1, 54.2);
        post(story.carla(), promotion + "/approve", null);
        promoted(1, EnvironmentTier.TEST);

        assertProblem(request(1, "prod"), 422, "not-deployed");
    }

    @Test
    void personMayAskAgainButNotApproveIt() {
        String promotion = awaiting(1, 54.2);
        post(story.carla(), promotion + "/reject", Map.of("reason", "not today"));

        var asked = post(
                TestTokens.bearer(Story.CARLA, "coreteam"),
                promotions(),
                Map.of("model", story.model(), "version", 1, "to", "test"));

        assertThat(asked.getStatusCode().value()).isEqualTo(202);
        assertThat(asked.getBody().path("state").asText()).isEqualTo("AWAITING_APPROVAL");
        String location = String.valueOf(asked.getHeaders().getLocation());
        assertProblem(post(story.carla(), location + "/approve", null), 403, "own-promotion");
    }

    @Test
    void newerRequestReplacesOneThatNobodyDecided() {
        String older = awaiting(1, 54.2);

        bus.publish(story.trained(2, 50.0, Story.peer(1, 54.0)));
        requested(2, EnvironmentTier.TEST);

        assertThat(state(older)).isEqualTo("SUPERSEDED");
        assertThat(rejected(1).rejectedBy()).isEqualTo("newer-request");
        assertProblem(post(story.carla(), older + "/approve", null), 409, "already-decided");
    }

    @Test
    void approvalComparesAgain() {
        String promotion = awaiting(1, 54.2);
        bus.publish(story.configured(2, new MetricWeight("rmse", 0), new MetricWeight("r2", 0)));
        Awaitility.await().atMost(PATIENCE).until(() -> revision() == 2);

        var approved = post(story.carla(), promotion + "/approve", null);

        assertProblem(approved, 409, "comparison-failed");
        assertThat(approved.getBody().at("/reasons/0").asText()).contains("version 1 has no r2");
        assertThat(state(promotion)).isEqualTo("GATES_FAILED");
        assertThat(rejected(1).rejectedBy()).isEqualTo("comparison");
    }

    @Test
    void artifactThatChangedAfterTrainingGoesNowhere() {
        String promotion = awaiting(1, 54.2);
        lakes.of(EnvironmentTier.DEV)
                .publish(
                        story.artifactFile(1, EnvironmentTier.DEV),
                        LakeContent.of("weeds".getBytes(StandardCharsets.UTF_8)));

        post(story.carla(), promotion + "/approve", null);

        PromotionRejected rejected = rejected(1);
        assertThat(rejected.rejectedBy()).isEqualTo("hash-check");
        assertThat(rejected.reasons()).singleElement().asString().contains("SHA-256");
        assertThat(state(promotion)).isEqualTo("REJECTED");
        assertThat(exists(1, EnvironmentTier.TEST)).isFalse();
        assertThat(champions("")).containsExactly("dev 1");
    }

    @Test
    void whatWasApprovedIsCarriedOutOnceThoughItsProcessDied() throws IOException {
        String promotion = awaiting(1, 54.2);
        Path obstacle = lakeRoot.resolve("test/lake3/projects/" + story.project());
        Files.createDirectories(obstacle.getParent());
        Files.writeString(obstacle, "a file where a folder has to be");
        post(story.carla(), promotion + "/approve", null);
        String job = promotion.replace("/promotions/", "");
        Awaitility.await().atMost(PATIENCE).until(() -> failures(job) > 0);

        handOverToProcessThatJustDied(job);
        Files.delete(obstacle);
        lakes.of(EnvironmentTier.TEST)
                .publish(
                        story.artifactFile(1, EnvironmentTier.TEST),
                        LakeContent.of("half of the tr".getBytes(StandardCharsets.UTF_8)));

        promoted(1, EnvironmentTier.TEST);
        assertThat(content(1, EnvironmentTier.TEST)).isEqualTo(content(1, EnvironmentTier.DEV));
        assertThat(bus.seen(ModelPromoted.class).stream()
                        .filter(promoted -> promoted.promotionId().equals(job)))
                .hasSize(1);
    }

    private String awaiting(int version, double rmse) {
        bus.publish(story.trained(version, rmse));
        return "/promotions/" + requested(version, EnvironmentTier.TEST).promotionId();
    }

    private ModelPromoted promoted(int version, EnvironmentTier environment) {
        return bus.await(
                ModelPromoted.class,
                promoted -> promoted.project().equals(story.project())
                        && promoted.version() == version
                        && promoted.environment() == environment);
    }

    private PromotionRequested requested(int version, EnvironmentTier to) {
        return bus.await(
                PromotionRequested.class,
                requested -> requested.project().equals(story.project())
                        && requested.version() == version
                        && requested.to() == to);
    }

    private PromotionRejected rejected(int version) {
        return bus.await(
                PromotionRejected.class,
                rejected -> rejected.project().equals(story.project()) && rejected.version() == version);
    }

    private Iterable<String> approvals() {
        return bus.seen(PromotionApproved.class).stream()
                .filter(approved -> approved.project().equals(story.project()))
                .map(PromotionApproved::approvedBy)
                .toList();
    }

    private Iterable<String> champions(String path) {
        JsonNode shown = get(story.ben(), "/projects/" + story.project() + "/champions" + path)
                .getBody();
        return () -> shown.valueStream()
                .map(champion -> champion.path("environment").asText() + " "
                        + champion.path("version").asText())
                .iterator();
    }

    private String promotions() {
        return "/projects/" + story.project() + "/promotions";
    }

    private String state(String promotion) {
        return get(story.ben(), promotion).getBody().path("state").asText();
    }

    private ResponseEntity<JsonNode> request(int version, String to) {
        return post(story.ben(), promotions(), Map.of("model", story.model(), "version", version, "to", to));
    }

    private ResponseEntity<JsonNode> get(String authorization, String path) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(authorization)), JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String authorization, String path, @Nullable Object body) {
        return http.exchange(path, HttpMethod.POST, new HttpEntity<>(body, headers(authorization)), JsonNode.class);
    }

    private static HttpHeaders headers(String authorization) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return headers;
    }

    private static void assertProblem(ResponseEntity<JsonNode> answer, int status, String type) {
        assertThat(answer.getStatusCode().value())
                .as(() -> String.valueOf(answer))
                .isEqualTo(status);
        assertThat(answer.getBody().path("type").asText()).isEqualTo("urn:aifactory:problem:" + type);
    }

    private int revision() {
        return database.sql("SELECT revision FROM configured_model WHERE project = ?")
                .param(story.project().value())
                .query(Integer.class)
                .single();
    }

    private int failures(String job) {
        return database.sql(
                        "SELECT coalesce(max(consecutive_failures), 0) FROM scheduled_tasks WHERE task_instance = ?")
                .param(job)
                .query(Integer.class)
                .single();
    }

    private void handOverToProcessThatJustDied(String job) {
        database.sql("""
                        UPDATE scheduled_tasks
                        SET picked = true, picked_by = 'a process that died', version = version + 1,
                            last_heartbeat = now()
                        WHERE task_instance = ?
                        """).param(job).update();
    }

    private boolean exists(int version, EnvironmentTier environment) {
        return lakes.of(environment)
                .find(story.artifactFile(version, environment))
                .isPresent();
    }

    private String content(int version, EnvironmentTier environment) {
        try (InputStream in = lakes.of(environment).open(story.artifactFile(version, environment))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
