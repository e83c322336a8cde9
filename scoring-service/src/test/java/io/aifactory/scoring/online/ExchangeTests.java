package io.aifactory.scoring.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.SampleModels;
import io.aifactory.scoring.ScoringClient;
import io.aifactory.scoring.ScoringClient.Answer;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class ExchangeTests {

    private static final int CALLERS = 6;
    private static final int LAST_VERSION = 8;

    @Autowired
    private FactoryBusProbe bus;

    @Autowired
    private Lakes lakes;

    @Autowired
    private ScoringClient client;

    @Test
    void noRequestFailsWhileVersionsAreExchangedAndEachAnswerIsOfOneVersion() throws Exception {
        var neighbours = new Neighbours(bus, lakes);
        var endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        var key = client.newKey(endpoint);

        var answers = hammerWhile(endpoint, key, () -> IntStream.rangeClosed(2, LAST_VERSION)
                .forEach(version -> neighbours.deploy(endpoint, version, SampleModels.regression(version))));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            int version = answer.body().get("version").asInt();
            assertThat(answer.body().get("result").toString())
                    .isEqualTo("[%d.0,%d.0]".formatted(100 * version + 3, 100 * version));
        });
        assertThat(answers.stream().map(answer -> answer.body().get("version").asInt()))
                .contains(1, LAST_VERSION)
                .hasSizeGreaterThan(100);
        var answered = answers.stream()
                .map(answer -> answer.body().get("scoringId").asText())
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(answered).hasSameSizeAs(answers);
        assertThat(foundAgain(endpoint)).isEqualTo(answered);
        await().atMost(Neighbours.PATIENCE)
                .until(() -> client.get(
                                        "/projects/%s/scorings?state=RUNNING".formatted(endpoint.project()),
                                        TestTokens.coreTeam())
                                .body()
                                .size()
                        == 0);
        assertThat(foundAgain(endpoint)).isEqualTo(answered);
    }

    private List<Answer> hammerWhile(ScoringEndpoint endpoint, String key, Runnable story) throws Exception {
        var answers = new ConcurrentLinkedQueue<Answer>();
        // one before the first exchange
        answers.add(score(endpoint, key));
        var over = new AtomicBoolean();
        var callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
            callers.execute(() -> {
                do {
                    answers.add(score(endpoint, key));
                } while (!over.get());
            });
        }
        story.run();
        over.set(true);
        callers.shutdown();
        assertThat(callers.awaitTermination(Neighbours.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        // one more, after the last exchange
        answers.add(score(endpoint, key));
        return List.copyOf(answers);
    }

    private Answer score(ScoringEndpoint endpoint, String key) {
        return client.score(endpoint, key, "hammer", "[{\"bmi\":31,\"sex\":\"F\"},{\"bmi\":20,\"sex\":\"M\"}]");
    }

    private HashSet<String> foundAgain(ScoringEndpoint endpoint) {
        var rows = client.get("/projects/%s/scored?limit=1000000".formatted(endpoint.project()), TestTokens.coreTeam())
                .body();
        var ids = new HashSet<String>();
        rows.forEach(row -> ids.add(row.get("scoringId").asText()));
        return ids;
    }
}
