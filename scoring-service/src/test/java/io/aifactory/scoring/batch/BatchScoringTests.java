package io.aifactory.scoring.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import io.aifactory.scoring.scored.ScoringId;
import io.aifactory.scoring.scored.ScoringState;
import io.aifactory.scoring.scored.Scorings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ScoringServiceTest
class BatchScoringTests {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private BatchScoring batch;

    @Autowired
    private BatchRun run;

    @Autowired
    private Scorings scorings;

    @Autowired
    private JdbcClient jdbc;

    private Neighbours neighbours;
    private ScoringEndpoint endpoint;

    @BeforeEach
    void deploy() {
        neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        neighbours.deploy(endpoint, 2, SampleModels.regression(2));
    }

    @Test
    void scoresWithTheVersionThePathAsksFor() {
        neighbours.saveToScore(endpoint, 1, 1, "select 20 as bmi, 'M' as sex");

        assertThat(completed().version()).isEqualTo(1);
        assertThat(rows().get(0).get("prediction").asDouble()).isEqualTo(100);
    }

    @Test
    void scoresADatasetVersionOnceHoweverOftenItIsAnnounced() {
        var event = neighbours.saveToScore(endpoint, 1, 0, "select 20 as bmi, 'M' as sex");
        completed();

        bus.publish(event);
        batch.advance(ScoringId.ofKey(event.businessKey()));
        var later = neighbours.saveToScore(endpoint, 2, 0, "select 21 as bmi, 'M' as sex");

        var idOfLater = ScoringId.ofKey(later.businessKey()).value();
        bus.await(ScoringCompleted.class, seen -> seen.scoringId().equals(idOfLater));
        assertThat(rows()).hasSize(2);
        assertThat(bus.seen(ScoringCompleted.class).stream()
                        .filter(seen -> seen.project().equals(endpoint.project())))
                .hasSize(2);
    }

    @Test
    void scoresOnAfterAKillWithTheVersionThatWasDecided() {
        var event = neighbours.saveToScore(endpoint, 1, 0, "select 20 as bmi, 'M' as sex");
        var first = completed();
        var id = ScoringId.ofKey(event.businessKey());
        neighbours.deploy(endpoint, 3, SampleModels.regression(3));

        // as if the process had been killed between the file and the commit
        jdbc.sql("update scoring set state = 'RUNNING', completed_at = null where scoring_id = ?")
                .param(id.value())
                .update();
        batch.advance(id);

        var again = scorings.find(id).orElseThrow();
        assertThat(again.state()).isEqualTo(ScoringState.COMPLETED);
        assertThat(again.decidedVersion()).isEqualTo(2);
        assertThat(again.decidedPath().path()).isEqualTo(first.scored().path());
        assertThat(rows()).hasSize(1);
    }

    @Test
    void runThatWakesUpAfterAnotherHasScoredChangesNothing() {
        var event = neighbours.saveToScore(endpoint, 1, 0, "select 20 as bmi, 'M' as sex");
        completed();
        var ended = scorings.find(ScoringId.ofKey(event.businessKey())).orElseThrow();
        var before = rows();

        run.score(ended);

        assertThat(rows()).isEqualTo(before).hasSize(1);
        assertThat(scorings.find(ended.scoringId())).contains(ended);
    }

    @Test
    void datasetTheModelCannotScoreFailsWithEveryReason() {
        neighbours.saveToScore(endpoint, 1, 0, "select 20 as prediction");

        await().atMost(Neighbours.PATIENCE).until(() -> failed().size() == 1);
        assertThat(failed().get(0).get("reason").asText())
                .contains("it has no column 'bmi', which the model reads")
                .contains("it has no column 'sex', which the model reads")
                .contains("its column 'prediction' is a name that scores are saved under");
    }

    @Test
    void textInANumberColumnFailsWithItsRow() {
        neighbours.saveToScore(endpoint, 1, 0, "select '20' as bmi, 'M' as sex union all select 'tall', 'F'");

        await().atMost(Neighbours.PATIENCE).until(() -> failed().size() == 1);
        assertThat(failed().get(0).get("reason").asText())
                .contains("row 1: Value 'tall' of feature 'bmi' is no number");
    }

    @Test
    void waitsForAModelOnlySoLong() {
        var waiting = neighbours.newEndpoint();
        var event = neighbours.saveToScore(waiting, 1, 7, "select 20 as bmi");
        var id = ScoringId.ofKey(event.businessKey());
        await().atMost(Neighbours.PATIENCE)
                .until(() ->
                        scorings.find(id).map(found -> found.reason() != null).orElse(false));
        assertThat(scorings.find(id).orElseThrow().reason())
                .isEqualTo("waits for version 7 of 11_diabetes_model_reg, which is not deployed to dev");

        jdbc.sql("update scoring set asked_at = asked_at - interval '2 years' where scoring_id = ?")
                .param(id.value())
                .update();

        await().atMost(Neighbours.PATIENCE)
                .until(() -> scorings.find(id).orElseThrow().state() == ScoringState.FAILED);
        assertThat(scorings.find(id).orElseThrow().reason())
                .isEqualTo("version 7 of 11_diabetes_model_reg was not deployed to dev within PT24H");
    }

    private ScoringCompleted completed() {
        return bus.await(ScoringCompleted.class, event -> event.project().equals(endpoint.project()));
    }

    private JsonNode rows() {
        return client.get("/projects/%s/scored".formatted(endpoint.project()), TestTokens.coreTeam())
                .body();
    }

    private JsonNode failed() {
        return client.get("/projects/%s/scorings?state=FAILED".formatted(endpoint.project()), TestTokens.coreTeam())
                .body();
    }
}
