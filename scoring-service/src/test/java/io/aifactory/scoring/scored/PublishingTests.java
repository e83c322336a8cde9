package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class PublishingTests {

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Autowired
    private Publishing publishing;

    @Autowired
    private Scorings scorings;

    private ScoringEndpoint endpoint;
    private Scoring published;

    @BeforeEach
    void publishAScore() {
        var neighbours = new Neighbours(bus, lakes);
        endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        client.score(endpoint, client.newKey(endpoint), "crm", "[{\"bmi\":31}]");
        var completed =
                bus.await(ScoringCompleted.class, event -> event.project().equals(endpoint.project()));
        published = scorings.find(new ScoringId(completed.scoringId())).orElseThrow();
    }

    @Test
    void leavesWhatAnotherRunHasBroughtToTheLakeAlone() {
        var before = content();

        publishing.publish(published);

        assertThat(content()).isEqualTo(before);
    }

    private byte[] content() {
        try (var file = lakes.of(endpoint.environment()).open(published.decidedPath())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
