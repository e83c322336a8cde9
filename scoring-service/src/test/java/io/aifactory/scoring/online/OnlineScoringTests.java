package io.aifactory.scoring.online;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringClient.Answer;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class OnlineScoringTests {

    private static final String ROW = "[{\"bmi\":31}]";

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private MeterRegistry meters;

    private ScoringEndpoint endpoint;
    private String key;

    @BeforeEach
    void deploy() {
        var neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        key = client.newKey(endpoint);
    }

    @Test
    void refusesWhoHasNoKeyOfThisEndpoint() {
        var other = new Neighbours(bus, lakes).newEndpoint();
        new Neighbours(bus, lakes).deploy(other, 1, SampleModels.regression(1));
        var otherKey = client.newKey(other);

        assertProblem(client.score(endpoint, "", "crm", ROW), 401, "wrong-endpoint-key");
        assertProblem(client.score(endpoint, key + "x", "crm", ROW), 401, "wrong-endpoint-key");
        assertProblem(client.score(endpoint, otherKey, "crm", ROW), 401, "wrong-endpoint-key");
        assertProblem(
                client.send(client.request(endpoint.path()).POST(HttpRequest.BodyPublishers.ofString(ROW))),
                401,
                "wrong-endpoint-key");
        assertThat(client.score(endpoint, key, "crm", ROW).status()).isEqualTo(200);
    }

    @Test
    void refusesAKeyOnceItIsRevoked() {
        assertThat(client.score(endpoint, key, "crm", ROW).status()).isEqualTo(200);

        var keyId = key.substring(0, key.indexOf('.'));
        var revoked = client.delete(ScoringClient.keysOf(endpoint) + "/" + keyId, TestTokens.coreTeam());
        var again = client.delete(ScoringClient.keysOf(endpoint) + "/" + keyId, TestTokens.coreTeam());

        assertThat(revoked.status()).isEqualTo(204);
        assertProblem(again, 404, "key-not-found");
        assertProblem(client.score(endpoint, key, "crm", ROW), 401, "wrong-endpoint-key");
    }

    @Test
    void wantsToKnowWhoAsks() {
        var nobody = client.send(client.request(endpoint.path())
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"data\":" + ROW + "}")));

        assertProblem(nobody, 400, "invalid-caller");
        assertProblem(client.score(endpoint, key, "../crm", ROW), 400, "invalid-caller");
    }

    @Test
    void saysWhatIsWrongWithEachRow() {
        var answer = client.score(
                endpoint, key, "crm", "[{\"bmi\":\"tall\"},{\"bmi\":30},{\"bmi\":1,\"age\":2,\"sex\":{}},{}]");

        assertProblem(answer, 400, "invalid-rows");
        assertThat(answer.body().get("reasons"))
                .extracting(reason -> reason.asText())
                .containsExactly(
                        "row 0, column 'bmi': Value 'tall' of feature 'bmi' is no number",
                        "row 2, column 'age': is unknown to the model",
                        "row 2, column 'sex': is neither a number, a text nor a truth value",
                        "row 3: has no columns");
    }

    @Test
    void refusesWhatIsNoScoringRequest() {
        assertProblem(client.score(endpoint, key, "crm", "[]"), 400, "invalid-request");
        assertProblem(client.score(endpoint, key, "crm", "[{"), 400, "invalid-request");
        assertProblem(
                client.score(endpoint, key, "crm", "[" + "{\"bmi\":1},".repeat(2000) + "{\"bmi\":1}]"),
                400,
                "request-too-large");
        assertProblem(client.score(endpoint, key, "crm", " ".repeat(2 << 20) + "[]"), 400, "request-too-large");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        var answer = client.send(client.request("/score/dev/project1/x")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertProblem(answer, 404, "address-not-found");
    }

    @Test
    void givesProbabilitiesOfAClassification() {
        var neighbours = new Neighbours(bus, lakes);
        neighbours.deploy(endpoint, 2, SampleModels.classification(2));

        var answer = client.score(endpoint, key, "crm", "[{\"radius\":14},{\"radius\":null},{\"radius\":\"16\"}]");

        assertThat(answer.body().get("result").toString()).isEqualTo("[\"benign\",\"benign\",\"malignant\"]");
        assertThat(answer.body().get("probability").get(2).get(1).asDouble()).isBetween(0.73, 0.74);
    }

    @Test
    void countsRequestsAndRows() {
        client.score(endpoint, key, "crm", "[{\"bmi\":1},{\"bmi\":2}]");
        client.score(endpoint, key, "crm", "[]");

        assertThat(meters.get("factory.scoring.requests")
                        .tags(tags("200"))
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("factory.scoring.requests")
                        .tags(tags("400"))
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("factory.scoring.rows")
                        .tag("project", endpoint.project().value())
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    private Tags tags(String status) {
        return Tags.of("project", endpoint.project().value(), "status", status);
    }

    private static void assertProblem(Answer answer, int status, String name) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.body().get("type").asText()).isEqualTo("urn:aifactory:problem:" + name);
    }
}
