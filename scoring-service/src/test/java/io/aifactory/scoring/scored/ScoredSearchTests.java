package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class ScoredSearchTests {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private PendingScores pending;

    private ScoringEndpoint endpoint;
    private String firstId;
    private Instant between;

    @BeforeEach
    void scoreWithTwoVersionsForTwoCallers() {
        var neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        var key = client.newKey(endpoint);
        firstId = client.score(endpoint, key, "crm", "[{\"bmi\":31},{\"bmi\":20}]")
                .body()
                .get("scoringId")
                .asText();
        neighbours.deploy(endpoint, 2, SampleModels.classification(2));
        between = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        client.score(endpoint, key, "shop", "[{\"radius\":\" 16 \"}]");
        client.score(endpoint, key, "crm", "[{\"radius\":true}]");
    }

    @Test
    void findsTheSameOnTheWayToTheLakeAndInIt() {
        var onTheWay = searchAll();

        await().atMost(Neighbours.PATIENCE).until(() -> pending.count() == 0);
        var inTheLake = searchAll();

        assertThat(onTheWay).isEqualTo(inTheLake).hasSize(4);
    }

    @Test
    void restrictsByCallerVersionTimeModelEnvironmentAndId() {
        assertThat(search("caller=crm")).hasSize(3);
        assertThat(search("caller=shop&version=2")).hasSize(1);
        assertThat(search("caller=shop&version=1")).isEmpty();
        assertThat(search("version=1")).hasSize(2);
        assertThat(search("from=" + between)).hasSize(2);
        assertThat(search("to=" + between)).hasSize(2);
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(search("from=%s&to=%s".formatted(today.minusDays(1), today))).hasSize(4);
        assertThat(search("to=" + today.minusDays(2))).isEmpty();
        assertThat(search("model=11_diabetes_model_reg&environment=dev&kind=online"))
                .hasSize(4);
        assertThat(search("model=12_other_model_reg")).isEmpty();
        assertThat(search("environment=prod")).isEmpty();
        assertThat(search("kind=batch")).isEmpty();
        assertThat(search("scoringId=" + firstId)).hasSize(2);
        assertThat(search("scoringId=" + anotherThan(firstId))).isEmpty();
        assertThat(search("limit=1").get(0).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void keepsValuesAsTheModelReadThem() {
        var rows = search("version=2");

        assertThat(rows.get(0).get("row").get("radius").asDouble()).isEqualTo(1.0);
        assertThat(rows.get(1).get("row").get("radius").asDouble()).isEqualTo(16.0);
        assertThat(rows.get(1).get("prediction").asText()).isEqualTo("malignant");
        assertThat(rows.get(1).get("probability")).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithASearch() {
        for (String query : new String[] {
            "from=yesterday", "limit=0", "limit=x", "environment=stage", "kind=all", "caller=../x", "scoringId=1"
        }) {
            var answer =
                    client.get("/projects/%s/scored?%s".formatted(endpoint.project(), query), TestTokens.coreTeam());

            assertThat(answer.status()).as(query + " " + answer.body()).isEqualTo(400);
            assertThat(answer.body().get("type").asText()).startsWith("urn:aifactory:problem:invalid-");
        }
    }

    private static String anotherThan(String id) {
        return id.replaceFirst(".$", id.endsWith("0") ? "1" : "0");
    }

    private JsonNode searchAll() {
        return search("");
    }

    private JsonNode search(String query) {
        var answer = client.get("/projects/%s/scored?%s".formatted(endpoint.project(), query), TestTokens.coreTeam());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }
}
