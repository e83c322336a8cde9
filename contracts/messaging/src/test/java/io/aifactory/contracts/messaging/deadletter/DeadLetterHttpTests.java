package io.aifactory.contracts.messaging.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EventCatalog;
import io.aifactory.contracts.events.EventFormat;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import io.aifactory.contracts.messaging.SampleEvents;
import io.aifactory.contracts.messaging.Unprocessable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=lake-service", "factory.messaging.watch.interval=100ms"})
@ContextConfiguration(initializers = {LaptopBacking.class, TestTokens.class})
@DirtiesContext
class DeadLetterHttpTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CORE_TEAM = TestTokens.bearer("core@contoso.com", "coreteam");
    private static final String MEMBER = TestTokens.bearer("bo@contoso.com", "prj001_member");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcClient database;

    @Autowired
    private FactoryBusProbe probe;

    @Autowired
    private Listener listener;

    @BeforeEach
    void forget() {
        database.sql("DELETE FROM inbox").update();
        database.sql("DELETE FROM dead_letter_act").update();
    }

    @Test
    void aDeadEventIsListedShownResubmittedAndHandled() throws Exception {
        listener.broken = true;
        var event = SampleEvents.provisioned(1, 1);
        probe.publish(event);
        await().atMost(PATIENCE)
                .until(() -> get("/dead-letters", CORE_TEAM).path("total").asInt() == 1);

        var letter = get("/dead-letters", CORE_TEAM).path("deadLetters").get(0);
        String path = "/dead-letters/" + letter.path("seq").asLong();
        assertThat(letter.path("errorType").asText()).isEqualTo(Unprocessable.class.getName());
        assertThat(letter.path("errorPlace").asText()).isEqualTo("DeadLetterHttpTests$Listener.on");
        var shown = get(path, CORE_TEAM);
        assertThat(shown.path("content").path("format").asText()).isEqualTo("json");
        assertThat(shown.path("content")
                        .path("value")
                        .path("data")
                        .path("project")
                        .asText())
                .isEqualTo("project001");
        assertThat(get("/dead-letters/groups", CORE_TEAM).get(0).path("count").asInt())
                .isOne();

        listener.broken = false;
        assertThat(post(path + "/resubmit", "", CORE_TEAM).path("resubmitted").asInt())
                .isOne();

        await().atMost(PATIENCE).until(() -> listener.handled.contains(event));
        assertThat(post(path + "/resubmit", "", CORE_TEAM).path("resubmitted").asInt())
                .isZero();
        assertThat(get(path, CORE_TEAM).path("acts").get(0).path("person").asText())
                .isEqualTo("core@contoso.com");
    }

    @Test
    void whatCouldNotBeReadIsHandledOnceItCan() throws Exception {
        var event = SampleEvents.provisioned(2, 1);
        sendBroken(EventFormat.write(event).replace("project002", "project2"));
        await().atMost(PATIENCE)
                .until(() -> get("/dead-letters", CORE_TEAM).path("total").asInt() == 1);

        var refused = post("/dead-letters/resubmit", "{\"all\":true}", CORE_TEAM);
        assertThat(refused.path("resubmitted").asInt()).isZero();
        assertThat(refused.path("stillDead").get(0).path("reason").asText()).contains("project");

        database.sql("UPDATE inbox SET content = convert_to(replace(convert_from(content, 'UTF8'), ?, ?), 'UTF8')")
                .params("project2", "project002")
                .update();
        assertThat(post("/dead-letters/resubmit", "{\"type\":\"unreadable\"}", CORE_TEAM)
                        .path("resubmitted")
                        .asInt())
                .isOne();
        await().atMost(PATIENCE).until(() -> listener.handled.contains(event));
        assertThat(get("/dead-letters", CORE_TEAM).path("total").asInt()).isZero();
    }

    @Test
    void showsMembersTheirOwnProjectAndNothingElse() throws Exception {
        long own = dead("project001", "test", "{}");
        long other = dead("project002", "test", "{}");
        long foreign = dead("a-queue/1", "foreign", "{}");

        assertThat(get("/dead-letters", MEMBER).path("total").asInt()).isOne();
        assertThat(get("/dead-letters/groups", MEMBER).get(0).path("count").asInt())
                .isOne();
        assertThat(status("/dead-letters/" + own, MEMBER)).isEqualTo(200);
        assertThat(status("/dead-letters/" + other, MEMBER)).isEqualTo(404);
        assertThat(status("/dead-letters/" + foreign, MEMBER)).isEqualTo(404);
        assertThat(status("/dead-letters?project=project002", MEMBER)).isEqualTo(404);
        assertThat(get("/dead-letters", TestTokens.bearer("eve@contoso.com"))
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aGaugeTellsHowManyThereAre() {
        dead("project001", "test", "{}");
        dead("project002", "test", "{}");

        await().atMost(PATIENCE)
                .until(() -> get("/actuator/metrics/factory.dead.letters", CORE_TEAM)
                                .path("measurements")
                                .get(0)
                                .path("value")
                                .asInt()
                        == 2);
    }

    @Test
    void onlyTheCoreTeamActs() {
        long seq = dead("project001", "test", "{}");

        assertThat(exchange(HttpMethod.POST, "/dead-letters/" + seq + "/resubmit", "", MEMBER)
                        .getBody())
                .contains("urn:aifactory:problem:not-allowed");
        assertThat(exchange(HttpMethod.POST, "/dead-letters/discard", "{\"all\":true,\"reason\":\"x\"}", MEMBER)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    void discardsAGroupForAReason() throws Exception {
        dead("project001", "test", "{}");
        dead("project001", "other", "{}");
        String group = get("/dead-letters?type=test", CORE_TEAM)
                .path("deadLetters")
                .get(0)
                .path("group")
                .asText();

        var answer = post("/dead-letters/discard", "{\"group\":\"%s\",\"reason\":\"old\"}".formatted(group), CORE_TEAM);

        assertThat(answer.path("discarded").asInt()).isOne();
        assertThat(get("/dead-letters", CORE_TEAM).path("total").asInt()).isOne();
    }

    @Test
    void showsBytesAsTextOrBase64() throws Exception {
        long text = dead("a-queue/1", "foreign", "plain text");
        long bytes = dead("a-queue/2", "foreign", "\\x00ff10");

        assertThat(get("/dead-letters/" + text, CORE_TEAM)
                        .path("content")
                        .path("value")
                        .asText())
                .isEqualTo("plain text");
        assertThat(get("/dead-letters/" + bytes, CORE_TEAM).path("content").toString())
                .isEqualTo("{\"format\":\"base64\",\"value\":\"AP8Q\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /dead-letters?limit=501                  | 400 | limit
                    /dead-letters?limit=0                    | 400 | limit
                    /dead-letters?limit=99999999999          | 400 | limit
                    /dead-letters?after=-1                   | 400 | after
                    /dead-letters?after=x                    | 400 | after
                    /dead-letters?group=unknown              | 400 | is no group
                    /dead-letters?type=a%00b                 | 400 | is no type
                    /dead-letters?project=project1           | 400 | project
                    /dead-letters/4711                       | 404 | dead-letter-not-found
                    /dead-letters/99999999999999999999       | 400 | seq
                    """)
    void saysWhatIsWrongWithAQuestion(String path, int status, String detail) {
        var answer = exchange(HttpMethod.GET, path.strip().replace("%00", "\0"), null, CORE_TEAM);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).contains(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /dead-letters/resubmit     | {}                                      | 422 | no-dead-letters-chosen
                    /dead-letters/resubmit     | {"all":true,"type":"test"}              | 422 | no-dead-letters-chosen
                    /dead-letters/resubmit     | {"group":"nonsense"}                    | 400 | is no group
                    /dead-letters/resubmit     | {"group":"0123456789ab"}                | 200 | "resubmitted":0
                    /dead-letters/resubmit     | nonsense                                | 400 | the body is no JSON
                    /dead-letters/discard      | {"all":true}                            | 400 | reason
                    /dead-letters/discard      | {"all":true,"reason":" "}               | 400 | reason must not be blank
                    /dead-letters/discard      | {"all":true,"reason":"a\\u0000b"}       | 400 | control characters
                    /dead-letters/1/discard    | {}                                      | 400 | reason
                    /dead-letters/4711/discard | {"reason":"x"}                          | 404 | dead-letter-not-found
                    /dead-letters/4711/resubmit| {}                                      | 404 | dead-letter-not-found
                    """)
    void saysWhatIsWrongWithAnAct(String path, String body, int status, String detail) {
        var answer = exchange(HttpMethod.POST, path, body.replace("\\\\u", "\\u"), CORE_TEAM);

        assertThat(answer.getBody()).contains(detail);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
    }

    private void sendBroken(String body) {
        var message = new ServiceBusMessage(body);
        message.getApplicationProperties().put("cloudEvents_specversion", "1.0");
        message.getApplicationProperties().put("cloudEvents_id", "broken");
        message.getApplicationProperties().put("cloudEvents_source", "/somebody");
        message.getApplicationProperties().put("cloudEvents_type", EventCatalog.typeOf(EnvironmentProvisioned.class));
        message.setMessageId("broken");
        probe.sendToTopic(message);
    }

    private long dead(String partition, String type, String content) {
        return database.sql("""
                        INSERT INTO inbox (entry_id, channel, type, partition_key, content, status, error_type, received_at,
                                           next_attempt_at, first_failed_at, last_failed_at)
                        VALUES (gen_random_uuid()::text, 'a-queue', ?, ?, ?::bytea, 'DEAD', 'Some', now(), now(), now(), now())
                        RETURNING seq
                        """)
                .params(type, partition, content)
                .query(Long.class)
                .single();
    }

    private JsonNode get(String path, String authorization) throws Exception {
        return json.readTree(exchange(HttpMethod.GET, path, null, authorization).getBody());
    }

    private JsonNode post(String path, String body, String authorization) throws Exception {
        return json.readTree(
                exchange(HttpMethod.POST, path, body, authorization).getBody());
    }

    private int status(String path, String authorization) {
        return exchange(HttpMethod.GET, path, null, authorization)
                .getStatusCode()
                .value();
    }

    private ResponseEntity<String> exchange(HttpMethod method, String path, String body, String authorization) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.AUTHORIZATION, authorization);
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.exchange(path, method, new HttpEntity<>(body, headers), String.class);
    }

    static class Listener {

        private final List<EnvironmentProvisioned> handled = new CopyOnWriteArrayList<>();
        private volatile boolean broken;

        @EventListener
        void on(EnvironmentProvisioned event) {
            if (broken) {
                throw new Unprocessable("the listener is broken");
            }
            handled.add(event);
        }
    }

    @Configuration
    @EnableAutoConfiguration
    @Import(Listener.class)
    static class SampleService {}
}
