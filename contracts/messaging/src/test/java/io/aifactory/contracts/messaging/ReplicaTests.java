package io.aifactory.contracts.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

class ReplicaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PROJECTS = 20;
    private static final int EVENTS_OF_A_PROJECT = 25;

    /** Two replicas may be done with a round before the third has looked at it. */
    private static final int MOST_ROUNDS = 20;

    @TempDir
    Path busData;

    private final List<Handling> handlings = new CopyOnWriteArrayList<>();
    private final List<ConfigurableApplicationContext> replicas = new ArrayList<>();
    private LocalBus bus;

    @BeforeEach
    void startThreeReplicas() {
        bus = LocalBus.start(LocalBusSettings.of(LaptopBus.config(), busData));
        String database = LaptopDatabase.freshUrl();
        for (int number = 1; number <= 3; number++) {
            replicas.add(replica(number, database));
        }
    }

    @AfterEach
    void stop() {
        replicas.forEach(ConfigurableApplicationContext::close);
        bus.close();
    }

    @Test
    void replicasShareTheWorkAndKeepTheOrderOfEachProject() {
        int published = 0;
        for (int round = 0; round < MOST_ROUNDS && !handlers().containsAll(List.of(1, 2, 3)); round++) {
            publishFrom(replicas.get(0), published + 1);
            publishFrom(replicas.get(1), published + EVENTS_OF_A_PROJECT + 1);
            published += 2 * EVENTS_OF_A_PROJECT;
            int expected = published * PROJECTS;
            await().atMost(PATIENCE).until(() -> handlings.size() >= expected);
        }

        assertEachOnceAndInOrder(published);
        assertThat(handlers()).containsExactlyInAnyOrder(1, 2, 3);
    }

    private Set<Integer> handlers() {
        return handlings.stream().map(Handling::replica).collect(Collectors.toSet());
    }

    @Test
    void theOthersGoOnWhenOneStopsInTheMiddle() {
        publishFrom(replicas.get(0), 1);
        await().atMost(PATIENCE).until(() -> handlings.size() > PROJECTS);

        replicas.get(1).close();

        await().atMost(PATIENCE).until(() -> handlings.size() >= PROJECTS * EVENTS_OF_A_PROJECT);
        assertEachOnceAndInOrder(EVENTS_OF_A_PROJECT);
    }

    private void assertEachOnceAndInOrder(int eventsOfAProject) {
        List<Integer> inOrder =
                IntStream.rangeClosed(1, eventsOfAProject).boxed().toList();
        Map<String, List<Integer>> byProject = handlings.stream()
                .collect(Collectors.groupingBy(
                        Handling::project, Collectors.mapping(Handling::revision, Collectors.toList())));
        assertThat(byProject).hasSize(PROJECTS).allSatisfy((project, revisions) -> assertThat(revisions)
                .isEqualTo(inOrder));
    }

    private static void publishFrom(ConfigurableApplicationContext replica, int firstRevision) {
        var outbox = replica.getBean(Outbox.class);
        var transaction = replica.getBean(TransactionTemplate.class);
        for (int revision = firstRevision; revision < firstRevision + EVENTS_OF_A_PROJECT; revision++) {
            int published = revision;
            transaction.executeWithoutResult(status -> IntStream.rangeClosed(1, PROJECTS)
                    .forEach(project -> outbox.publish(SampleEvents.provisioned(project, published))));
        }
    }

    private ConfigurableApplicationContext replica(int number, String database) {
        return new SpringApplicationBuilder(Replica.class)
                .web(WebApplicationType.NONE)
                .initializers(context ->
                        context.getBeanFactory().registerSingleton("recorder", new Recorder(number, handlings)))
                .properties(
                        "spring.application.name=lake-service",
                        "spring.jmx.enabled=false",
                        "spring.datasource.url=" + database,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.cloud.azure.servicebus.connection-string=" + bus.connectionString())
                .run();
    }

    private record Handling(int replica, String project, int revision) {}

    private record Recorder(int replica, List<Handling> handlings) {}

    @SpringBootApplication
    static class Replica {

        @Bean
        RecordingListener recordingListener(Recorder recorder) {
            return new RecordingListener(recorder);
        }
    }

    static class RecordingListener {

        private final Recorder recorder;

        RecordingListener(Recorder recorder) {
            this.recorder = recorder;
        }

        @EventListener
        void on(EnvironmentProvisioned event) {
            recorder.handlings()
                    .add(new Handling(recorder.replica(), event.project().value(), event.revision()));
        }
    }
}
