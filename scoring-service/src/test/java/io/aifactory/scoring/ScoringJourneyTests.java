package io.aifactory.scoring;

import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class ScoringJourneyTests {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Test
    void promotedModelAnswersAndItsScoresAreFoundAgain() {
        var endpoint = new ScoringEndpoint(
                Neighbours.newProject(), EnvironmentTier.TEST, new ModelName("11_diabetes_model_reg"));
        var neighbours = new Neighbours(bus, lakes);
        var before = Instant.now();

        neighbours.provision(endpoint);
        neighbours.promote(endpoint, 3, SampleModels.regression(3));
        var deployed = bus.await(ModelDeployed.class, event -> event.project().equals(endpoint.project()));
        var key = client.newKey(endpoint);
        var answer = client.score(endpoint, key, "crm", "[{\"bmi\":31.5,\"sex\":\"F\"},{\"bmi\":20}]");

        assertThat(deployed.scoringPath()).isEqualTo(endpoint.path());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().get("version").asInt()).isEqualTo(3);
        assertThat(answer.body().get("result").toString()).isEqualTo("[303.0,300.0]");

        var online = bus.await(ScoringCompleted.class, event -> event.project().equals(endpoint.project()));
        assertThat(online.kind()).isEqualTo(ScoringKind.ONLINE);
        assertThat(online.rows()).isEqualTo(2);
        assertThat(online.callers()).containsExactly("crm");
        assertThat(lakes.of(online.scored()).find(LakePaths.parse(online.scored())))
                .isPresent();
        var found = search(endpoint, "caller=crm&version=3&environment=test&from=" + before);
        assertThat(found).hasSize(2);
        assertThat(found.get(0).get("scoringId")).isEqualTo(answer.body().get("scoringId"));
        assertThat(found.get(0).get("prediction").asDouble()).isEqualTo(303.0);
        assertThat(found.get(0).get("row").get("bmi").asDouble()).isEqualTo(31.5);
        assertThat(found.get(0).get("row").get("sex").asText()).isEqualTo("F");

        neighbours.saveToScore(
                endpoint, 1, 0, "select i as person_id, 25.0 + i as bmi, 'F' as sex from range(10) t(i)");

        var batch = bus.await(
                ScoringCompleted.class,
                event -> event.project().equals(endpoint.project()) && event.kind() == ScoringKind.BATCH);
        assertThat(batch.rows()).isEqualTo(10);
        assertThat(batch.input()).isNotNull();
        assertThat(batch.scored().path())
                .matches("projects/.*/inference/3/scored/test/%tY/%<tm/%<td/[0-9a-f]{32}/gold_scored.parquet"
                        .formatted(Neighbours.NOW.atOffset(UTC)));
        var rows = search(endpoint, "kind=batch&scoringId=" + batch.scoringId());
        assertThat(rows).hasSize(10);
        assertThat(rows.get(9).get("row").get("person_id").asInt()).isEqualTo(9);
        assertThat(rows.get(9).get("prediction").asDouble()).isEqualTo(303.0);
        assertThat(rows.get(0).get("prediction").asDouble()).isEqualTo(302.0);
        assertThat(search(endpoint, "")).hasSize(12);
        assertThat(search(endpoint, "caller=somebody")).isEmpty();
        assertThat(search(endpoint, "version=2")).isEmpty();
    }

    @Test
    void batchWaitsUntilAModelIsDeployed() {
        var endpoint = new ScoringEndpoint(
                Neighbours.newProject(), EnvironmentTier.DEV, new ModelName("12_cancer_model_clas"));
        var neighbours = new Neighbours(bus, lakes);

        neighbours.provision(endpoint);
        neighbours.saveToScore(endpoint, 1, 0, "select 14.0 as radius union all select 20");
        await().atMost(Neighbours.PATIENCE)
                .until(() -> waiting(endpoint).size() == 1
                        && waiting(endpoint).get(0).has("reason"));
        assertThat(waiting(endpoint).get(0).get("reason").asText())
                .isEqualTo("waits for a version of 12_cancer_model_clas, which is not deployed to dev");
        neighbours.promote(endpoint, 1, SampleModels.classification(1));

        bus.await(ScoringCompleted.class, event -> event.project().equals(endpoint.project()));
        var rows = search(endpoint, "");
        assertThat(rows.get(0).get("prediction").asText()).isEqualTo("benign");
        assertThat(rows.get(1).get("prediction").asText()).isEqualTo("malignant");
        assertThat(rows.get(1).get("probability").get(1).asDouble()).isBetween(0.73, 0.74);
        assertThat(waiting(endpoint)).isEmpty();
    }

    private JsonNode search(ScoringEndpoint endpoint, String query) {
        var answer = client.get("/projects/%s/scored?%s".formatted(endpoint.project(), query), TestTokens.coreTeam());
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private JsonNode waiting(ScoringEndpoint endpoint) {
        return client.get("/projects/%s/scorings?state=WAITING".formatted(endpoint.project()), TestTokens.coreTeam())
                .body();
    }
}
