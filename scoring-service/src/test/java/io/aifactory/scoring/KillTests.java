package io.aifactory.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.access.TestTokens;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ModelDeployed;
import io.aifactory.contracts.events.ScoringCompleted;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.folder.FolderLakes;
import io.aifactory.contracts.messaging.FactoryBusProbe;
import io.aifactory.contracts.messaging.LaptopBacking;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;

class KillTests {

    private static final String ROWS = "[{\"bmi\":31,\"sex\":\"F\"},{\"bmi\":20,\"sex\":\"M\"}]";

    @TempDir
    private Path folder;

    private GenericApplicationContext backing;
    private FactoryBusProbe bus;
    private ServiceProcess service;

    @BeforeEach
    void start() throws Exception {
        backing = new GenericApplicationContext();
        new LaptopBacking().initialize(backing);
        new TestTokens().initialize(backing);
        backing.refresh();
        bus = backing.getBean(FactoryBusProbe.class);
        service = ServiceProcess.start(backing.getEnvironment(), folder);
    }

    @AfterEach
    void stop() throws Exception {
        service.kill();
        backing.close();
    }

    @Test
    void nothingIsLostAndNothingDoneTwiceWhenTheProcessIsKilled() throws Exception {
        var neighbours = new Neighbours(bus, new FolderLakes(folder.resolve("lakes")));
        var endpoint = neighbours.newEndpoint();
        neighbours.deploy(endpoint, 1, SampleModels.regression(1));
        var key = service.client().newKey(endpoint);

        var answered = answersUntilKilled(endpoint, key, neighbours);
        service = ServiceProcess.start(backing.getEnvironment(), folder);

        assertThat(service.client().score(endpoint, key, "after", ROWS).status())
                .isEqualTo(200);
        neighbours.awaitDeployed(endpoint, 2);
        bus.await(ScoringCompleted.class, event -> event.kind() == ScoringKind.BATCH);
        assertThat(answered).hasSizeGreaterThan(50);
        await().atMost(Neighbours.PATIENCE).until(() -> rowsInTheLake() == rowsFound(endpoint));
        assertThat(idsFound(endpoint)).containsAll(answered);
        assertThat(ids(ModelDeployed.class)).hasSize(2);
        assertThat(batches()).hasSize(1);
        assertThat(rowsFound(endpoint)).isEqualTo(idsFound(endpoint).size() * 2L);
    }

    private Set<String> answersUntilKilled(ScoringEndpoint endpoint, String key, Neighbours neighbours)
            throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        var callers = Executors.newFixedThreadPool(3);
        for (int i = 0; i < 3; i++) {
            callers.execute(() -> scoreUntilItFails(endpoint, key, answered));
        }
        await().atMost(Neighbours.PATIENCE).until(() -> answered.size() > 50);
        neighbours.saveToScore(endpoint, 1, 0, "select 20.0 as bmi, 'M' as sex from range(100000)");
        neighbours.promote(endpoint, 2, SampleModels.regression(2));
        int before = answered.size();
        await().atMost(Neighbours.PATIENCE).until(() -> answered.size() > before + 30);
        service.kill();
        callers.shutdown();
        assertThat(callers.awaitTermination(Neighbours.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        return answered;
    }

    private void scoreUntilItFails(ScoringEndpoint endpoint, String key, Set<String> answered) {
        var client = service.client();
        while (true) {
            try {
                answered.add(client.score(endpoint, key, "crm", ROWS)
                        .body()
                        .get("scoringId")
                        .asText());
            } catch (IllegalStateException e) {
                return;
            }
        }
    }

    private long rowsInTheLake() {
        return bus.seen(ScoringCompleted.class).stream()
                .filter(event -> event.kind() == ScoringKind.ONLINE)
                .distinct()
                .mapToLong(ScoringCompleted::rows)
                .sum();
    }

    private long rowsFound(ScoringEndpoint endpoint) {
        return search(endpoint).size();
    }

    private Set<String> idsFound(ScoringEndpoint endpoint) {
        var ids = new HashSet<String>();
        search(endpoint).forEach(row -> ids.add(row.get("scoringId").asText()));
        return ids;
    }

    private JsonNode search(ScoringEndpoint endpoint) {
        return service.client()
                .get(
                        "/projects/%s/scored?kind=online&limit=1000000".formatted(endpoint.project()),
                        TestTokens.coreTeam())
                .body();
    }

    private Set<FactoryEvent> ids(Class<? extends FactoryEvent> type) {
        return new HashSet<>(bus.seen(type));
    }

    private Set<String> batches() {
        var ids = new HashSet<String>();
        bus.seen(ScoringCompleted.class).stream()
                .filter(event -> event.kind() == ScoringKind.BATCH)
                .forEach(event -> ids.add(event.toString()));
        return ids;
    }
}
