package io.aifactory.provisioning;

import static io.aifactory.provisioning.itsm.TicketFixture.bytes;
import static io.aifactory.provisioning.itsm.TicketFixture.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.EnvironmentProvisioningFailed;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ProjectOrderRejected;
import io.aifactory.contracts.events.ProjectOrdered;
import io.aifactory.contracts.events.ProjectProvisioned;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"factory.environment.first-retry=100ms"})
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
@Import(FaultyEnvironments.class)
@DirtiesContext
class ProvisioningJourneyTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANNA = TestTokens.bearer("anna@contoso.com");
    private static final String ORDER = """
            {"displayName": "%s", "costCenter": "4711", "environments": ["dev", "test", "prod"],
             "members": [{"person": "bo@contoso.com", "role": "approver"}],
             "models": [{"name": "11_diabetes_model_reg", "label": "progression", "key": "id",
                         "datasets": [{"name": "ds01_measurements"}], "training": {"folds": 3}}]}
            """;

    @TempDir
    private static Path root;

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private JdbcClient database;

    private final ObjectMapper json = new ObjectMapper();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        properties.add("factory.local.root", () -> root);
        properties.add("factory.lake.root", () -> root.resolve("lake"));
    }

    @Test
    void makesAProjectOfATicketAndAnswersIt() {
        send(ticket(1).withObject("/variables").put("project_display_name", "From a ticket"), ticket(1));

        ProjectProvisioned provisioned =
                bus.await(ProjectProvisioned.class, event -> event.displayName().equals("From a ticket"));

        ProjectId project = provisioned.project();
        assertThat(provisioned.environments()).containsExactly(EnvironmentTier.values());
        assertThat(bus.await(ProjectOrdered.class, event -> event.project().equals(project))
                        .ticket())
                .satisfies(ticket -> assertThat(ticket.number()).isEqualTo("RITM0000001"));
        assertThat(root.resolve("lake/prod/lake3/projects/" + project)).isDirectory();
        assertThat(root.resolve("vault/test/%s/storage-access-secret".formatted(project)))
                .isNotEmptyFile();
        assertThat(answerWith("RITM0000001", "COMPLETED").path("project").asText())
                .isEqualTo(project.value());
    }

    @Test
    void announcesAProjectInOrder() {
        ProjectId project = orderAndAwait("In order");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(kindsSeenOf(project))
                .startsWith("ProjectOrdered", "MembersChanged", "ModelConfigured")
                .endsWith("ProjectProvisioned")
                .containsOnlyOnce("ProjectOrdered", "ProjectProvisioned")
                .filteredOn("EnvironmentProvisioned"::equals)
                .hasSize(3));
    }

    @Test
    void answersABadTicketWithEveryReasonAndMakesNothing() {
        ObjectNode ticket = ticket(2);
        ticket.withObject("/variables")
                .put("environments", "dev,prod")
                .put("cost_center", "")
                .put("members", "eve@contoso.com:member");
        int projects = projectCount();

        send(ticket);

        JsonNode answer = answerWith("RITM0000002", "REJECTED");
        assertThat(json.convertValue(answer.path("reasons"), String[].class))
                .containsExactlyInAnyOrder(
                        "cost_center is missing",
                        "environments has prod without test; a model goes from dev to test to prod",
                        "members has no approver other than the owner, but models need a person's approval");
        ProjectOrderRejected rejected = bus.await(ProjectOrderRejected.class, event -> event.orderId()
                .equals(answer.path("orderId").asText()));
        assertThat(rejected.reasons()).hasSize(3);
        assertThat(projectCount()).isEqualTo(projects);
        assertThat(get("/orders?ticket=RITM0000002", ANNA).getBody())
                .contains("\"status\":\"REJECTED\"", "cost_center is missing");
    }

    @Test
    void answersATicketHoweverMalformedIfItHasANumber() {
        ObjectNode ticket = ticket(7);
        ticket.remove(List.of("sys_id", "variables", "requested_for", "opened_by"));
        ticket.withObject("/callback").put("url", "https://\u0000");
        ticket.withObject("/variables").put("mod\u0000els", "\u0000");

        send(ticket);

        assertThat(answerWith("RITM0000007", "REJECTED").path("reasons").toString())
                .contains("required property 'sys_id' not found", "mod?els is unknown; did you mean models?")
                .contains("project_display_name is missing", "requested_for.email is missing");
    }

    @Test
    void makesOneOrderOfATicketThatComesAgain() {
        ObjectNode again = ticket(3).put("sys_mod_count", "7");
        send(ticket(3));
        answerWith("RITM0000003", "COMPLETED");

        send(again);
        send(ticket(4).put("approval", "requested"));
        send(ticket(5));
        answerWith("RITM0000005", "COMPLETED");

        assertThat(count("SELECT count(*) FROM project_order WHERE ticket_number = 'RITM0000003'"))
                .isOne();
        assertThat(count("SELECT count(*) FROM project_order WHERE ticket_number = 'RITM0000004'"))
                .isZero();
        assertThat(bus.seen(ProjectOrdered.class))
                .filteredOn(ordered ->
                        ordered.ticket() != null && ordered.ticket().number().equals("RITM0000003"))
                .hasSize(1);
    }

    @Test
    void setsATicketAsideThatNamesNoNumber() {
        ObjectNode ticket = ticket(6);
        ticket.remove("number");

        send(ticket);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        database.sql("SELECT last_error FROM inbox WHERE channel = 'itsm-tickets' AND status = 'DEAD'")
                                .query(String.class)
                                .list())
                .anySatisfy(error -> assertThat(error).contains("no usable number")));
    }

    @Test
    void failsTheOrderWithTheReasonAndSparesTheOthers() {
        String order = order(
                ORDER.formatted(FaultyEnvironments.REFUSED_IN_PROD),
                UUID.randomUUID().toString());

        JsonNode failed = awaitOrder(order, "FAILED");

        assertThat(failed.path("reasons").get(0).asText())
                .isEqualTo("quota of prod: the quota of cost center 4711 is used up");
        assertThat(failed.path("environments").findValuesAsText("state"))
                .containsExactly("SUCCEEDED", "SUCCEEDED", "FAILED");
        var project = new ProjectId(failed.path("project").asText());
        EnvironmentProvisioningFailed event = bus.await(
                EnvironmentProvisioningFailed.class, seen -> seen.project().equals(project));
        assertThat(event.step()).isEqualTo("quota");
        assertThat(bus.seen(ProjectProvisioned.class))
                .noneMatch(seen -> seen.project().equals(project));
    }

    @Test
    void triesAgainWhatMayWorkLater() {
        ProjectId project = orderAndAwait(FaultyEnvironments.FLAKY);

        assertThat(bus.seen(EnvironmentProvisioningFailed.class))
                .noneMatch(event -> event.project().equals(project));
    }

    @Test
    void refusesABadOrderWithEveryReason() {
        ResponseEntity<String> answer = post("{\"displayname\": \"a\", \"environments\": [\"prod\"]}", null);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = read(answer);
        assertThat(problem.path("type").asText()).isEqualTo("urn:aifactory:problem:invalid-order");
        assertThat(json.convertValue(problem.path("reasons"), String[].class))
                .containsExactlyInAnyOrder(
                        "displayname is unknown; did you mean displayName?",
                        "displayName is missing",
                        "costCenter is missing",
                        "environments lacks dev, where models are trained",
                        "environments has prod without test; a model goes from dev to test to prod");
    }

    @Test
    void takesAnOrderOnceUnderOneKey() {
        String first = order(ORDER.formatted("Once"), "key-1");

        assertThat(order(ORDER.formatted("Once"), "key-1")).isEqualTo(first);
        ResponseEntity<String> other = post(ORDER.formatted("Another"), "key-1");
        assertThat(other.getStatusCode().value()).isEqualTo(409);
        assertThat(other.getBody()).contains("idempotency-key-reused");
        assertThat(count("SELECT count(*) FROM project_order WHERE display_name IN ('Once', 'Another')"))
                .isOne();
    }

    @Test
    void numbersProjectsWithoutGapsHoweverManyAreOrderedAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(6);
        List<Callable<String>> orders = IntStream.range(0, 12)
                .mapToObj(number -> (Callable<String>) () -> order(
                        "{\"displayName\": \"Crowd\", \"costCenter\": \"1\", \"environments\": [\"dev\"]}",
                        "crowd-" + number / 2))
                .toList();

        for (Future<String> order : people.invokeAll(orders)) {
            assertThat(order.get()).isNotBlank();
        }
        people.shutdown();

        assertThat(count("SELECT count(*) FROM project_order WHERE display_name = 'Crowd'"))
                .isEqualTo(6);
        assertThat(count("SELECT max(substr(project, 8)::int) - count(*) FROM project_order WHERE project IS NOT NULL"))
                .isZero();
    }

    @Test
    void showsWhatHoldsForAModelAndWhereItCameFrom() {
        ProjectId project = orderAndAwait("Settings");
        ModelConfigured configured =
                bus.await(ModelConfigured.class, event -> event.project().equals(project));

        JsonNode settings =
                read(get("/projects/%s/models/11_diabetes_model_reg/settings".formatted(project), lead(project)));

        assertThat(configured.settings().training().folds()).isEqualTo(3);
        assertThat(settings.at("/settings/training/folds").asInt()).isEqualTo(3);
        assertThat(settings.at("/settings/training/primaryMetric").asText()).isEqualTo("rmse");
        assertThat(settings.at("/levels/training.folds").asText()).isEqualTo("model");
        assertThat(settings.at("/levels/training.primaryMetric").asText()).isEqualTo("enterprise");
        assertThat(get("/projects/%s/models/12_other_reg/settings".formatted(project), lead(project))
                        .getBody())
                .contains("urn:aifactory:problem:model-not-found");
    }

    @Test
    void showsAProjectToItsMembersOnly() {
        ProjectId project = orderAndAwait("Members only");
        String stranger = TestTokens.bearer("eve@contoso.com", "prj998_member");

        JsonNode shown = read(get("/projects/" + project, lead(project)));

        assertThat(shown.path("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(shown.path("models").get(0).asText()).isEqualTo("11_diabetes_model_reg");
        assertThat(shown.at("/environments/0/resources").findValuesAsText("type"))
                .contains("lake-folder", "group", "vault", "vault-entry");
        assertThat(shown.path("members").findValuesAsText("role")).containsExactly("lead", "approver");
        assertThat(read(get("/projects", lead(project))).findValuesAsText("project"))
                .containsExactly(project.value());
        assertThat(read(get("/projects", stranger))).isEmpty();
        assertThat(get("/projects/" + project, stranger).getStatusCode().value())
                .isEqualTo(404);
        assertThat(get("/projects/" + project, null).getStatusCode().value()).isEqualTo(401);
        assertThat(get("/projects/project997", TestTokens.coreTeam()).getBody()).contains("project-not-found");
    }

    @Test
    void showsAnOrderToThoseItConcerns() {
        String order = order(ORDER.formatted("Concerned"), null);

        assertThat(get("/orders/" + order, ANNA).getStatusCode().value()).isEqualTo(200);
        assertThat(get("/orders/" + order, TestTokens.coreTeam())
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(get("/orders/" + order, TestTokens.bearer("eve@contoso.com"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        assertThat(get("/orders/7", ANNA).getStatusCode().value()).isEqualTo(400);
        assertThat(get("/orders?ticket=RITM9999999", ANNA).getBody()).contains("order-not-found");
    }

    private void send(ObjectNode variables, ObjectNode ticket) {
        ticket.set("variables", variables);
        send(ticket);
    }

    private void send(ObjectNode ticket) {
        bus.sendToQueue("itsm-tickets", UUID.randomUUID().toString(), bytes(ticket));
    }

    private ProjectId orderAndAwait(String displayName) {
        order(ORDER.formatted(displayName), null);
        return bus.await(ProjectProvisioned.class, event -> event.displayName().equals(displayName))
                .project();
    }

    private String order(String body, String key) {
        ResponseEntity<String> answer = post(body, key);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(202);
        String order = read(answer).path("orderId").asText();
        assertThat(answer.getHeaders().getLocation()).hasToString("/orders/" + order);
        return order;
    }

    private JsonNode awaitOrder(String order, String status) {
        return await().atMost(PATIENCE).until(() -> read(get("/orders/" + order, ANNA)), shown -> shown.path("status")
                .asText()
                .equals(status));
    }

    private JsonNode answerWith(String number, String status) {
        Path file = root.resolve("itsm/answers/%s.json".formatted(number));
        return await().atMost(PATIENCE)
                .until(
                        () -> Files.exists(file) ? json.readTree(file.toFile()) : json.createObjectNode(),
                        answer -> answer.path("status").asText().equals(status));
    }

    private List<String> kindsSeenOf(ProjectId project) {
        return bus.seen(FactoryEvent.class).stream()
                .filter(event -> event.partitionKey().equals(project.value()))
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    private int projectCount() {
        return count("SELECT count(*) FROM project_order WHERE project IS NOT NULL");
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    private static String lead(ProjectId project) {
        return TestTokens.bearer("anna@contoso.com", "prj%03d_lead".formatted(project.number()));
    }

    private ResponseEntity<String> post(String body, String key) {
        var headers = headers(ANNA);
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            headers.set("Idempotency-Key", key);
        }
        return http.exchange("/orders", HttpMethod.POST, new HttpEntity<>(body, headers), String.class);
    }

    private ResponseEntity<String> get(String path, String authorization) {
        return http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers(authorization)), String.class);
    }

    private JsonNode read(ResponseEntity<String> answer) {
        try {
            return json.readTree(answer.getBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpHeaders headers(String authorization) {
        var headers = new HttpHeaders();
        if (authorization != null) {
            headers.set(HttpHeaders.AUTHORIZATION, authorization);
        }
        return headers;
    }
}
