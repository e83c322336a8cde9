package io.aifactory.contracts.messaging.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusMessage;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.aifactory.contracts.events.EnvironmentProvisioned;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TrainingFailed;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.LaptopDatabase;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.localbus.LocalBus;
import io.aifactory.localbus.LocalBusSettings;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Two services with a database each, over a real bus: a ticket's trace goes through outbox, bus, inbox and jobs. */
class StoryTracingTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final InMemorySpanExporter SPANS = InMemorySpanExporter.create();

    @TempDir
    private static Path busFolder;

    private static LocalBus bus;
    private static ConfigurableApplicationContext orders;
    private static ConfigurableApplicationContext lake;

    @BeforeAll
    static void startServices() {
        bus = LocalBus.start(LocalBusSettings.of(Path.of("../../deploy/Config.json"), busFolder));
        orders = start(Orders.class, "provisioning-service", "itsm-tickets");
        lake = start(Lake.class, "lake-service", "lake-storage-events");
    }

    @AfterAll
    static void stopServices() {
        lake.close();
        orders.close();
        bus.close();
    }

    @Test
    void oneTraceLeadsFromTheTicketThroughBothServicesAndTheirJobs() {
        send("itsm-tickets", "11");

        var last = awaitSpan("publish training.failed", ofProject("project011"));

        assertThat(pathTo(last))
                .containsExactly(
                        "handle itsm-tickets",
                        "run provision",
                        "publish environment.provisioned",
                        "handle environment.provisioned",
                        "run refine",
                        "publish training.failed");
    }

    @Test
    void whatComesFromOutsideLaterBelongsToTheProjectsTraceAndIsLinked() {
        send("itsm-tickets", "12");
        var first = awaitSpan("publish training.failed", ofProject("project012"));

        send("lake-storage-events", "12");

        var later = awaitSpan(
                "publish training.failed",
                span -> ofProject("project012").test(span)
                        && span != first
                        && !span.getSpanId().equals(first.getSpanId()));
        assertThat(later.getTraceId()).isEqualTo(first.getTraceId());
        assertThat(later.getLinks()).hasSize(1).allSatisfy(link -> assertThat(
                        link.getSpanContext().getTraceId())
                .isNotEqualTo(first.getTraceId()));
        await().atMost(PATIENCE).until(() -> published("project012").size() == 2);
        assertThat(published("project012"))
                .extracting(event -> event.getExtension(Envelope.CORRELATION_ID))
                .hasSize(2)
                .containsOnly(firstEventOf("project012").getId());
    }

    @Test
    void aJobNamesTheEventItWasScheduledForAsTheCause() {
        send("itsm-tickets", "13");

        awaitSpan("publish training.failed", ofProject("project013"));

        await().atMost(PATIENCE).until(() -> published("project013").size() == 1);
        assertThat(published("project013").get(0).getExtension("causationid"))
                .isEqualTo(firstEventOf("project013").getId());
    }

    @Test
    void aJobThatFailsAndWaitsKeepsItsContextAndThenLeavesNothingBehind() {
        send("itsm-tickets", "66");

        var last = awaitSpan("publish training.failed", ofProject("project066"));

        assertThat(pathTo(last)).startsWith("handle itsm-tickets").hasSize(6);
        await().atMost(PATIENCE).until(() -> database(lake)
                .sql("SELECT count(*) FROM job_context WHERE task_instance = 'project066'")
                .query(Integer.class)
                .single()
                .equals(0));
        assertThat(spans().stream()
                        .filter(span -> span.getTraceId().equals(last.getTraceId()))
                        .filter(span -> span.getName().equals("run refine")))
                .as("one failure and one success, but not the looks in between")
                .hasSize(2);
    }

    @Test
    void aStoryThatIsNotRecordedAtItsBeginningIsRecordedNowhere() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var event = CloudEventBuilder.v1(Envelope.of(provisioned(15), "somebody", NOON, Optional.empty()))
                .withExtension("traceparent", "00-" + trace + "-b7ad6b7169203331-00")
                .build();

        inTransaction(lake, status -> lake.getBean(EventTraces.class)
                .handling(event, () -> lake.getBean(Outbox.class).publish(Lake.failed(ProjectId.of(15), "quiet"))));

        assertThat(published("project015")).singleElement().satisfies(caused -> assertThat(
                        caused.getExtension("traceparent").toString())
                .startsWith("00-" + trace)
                .endsWith("-00"));
        assertThat(spans()).extracting(SpanData::getTraceId).doesNotContain(trace);
    }

    @Test
    void aStoryWhoseBeginningIsUndoneDidNotBegin() {
        inTransaction(lake, status -> {
            lake.getBean(Outbox.class).publish(Lake.failed(ProjectId.of(16), "first"));
            lake.getBean(Outbox.class).publish(Lake.failed(ProjectId.of(16), "second"));
            status.setRollbackOnly();
        });

        inTransaction(lake, status -> lake.getBean(Outbox.class).publish(Lake.failed(ProjectId.of(16), "third")));

        assertThat(published("project016")).singleElement().satisfies(event -> assertThat(
                        event.getExtension(Envelope.CORRELATION_ID))
                .isEqualTo(event.getId()));
    }

    @Test
    void nothingButTheStoryIsRecorded() {
        send("itsm-tickets", "14");

        awaitSpan("publish training.failed", ofProject("project014"));

        assertThat(spans()).extracting(SpanData::getName).allMatch(name -> name.matches("(publish|handle|run) .*"));
    }

    private static EnvironmentProvisioned provisioned(int project) {
        return new EnvironmentProvisioned(ProjectId.of(project), EnvironmentTier.DEV, 1, List.of(), NOON);
    }

    private static void inTransaction(ConfigurableApplicationContext service, Consumer<TransactionStatus> work) {
        service.getBean(TransactionTemplate.class).executeWithoutResult(work);
    }

    private static ConfigurableApplicationContext start(Class<?> service, String name, String queue) {
        return new SpringApplicationBuilder(service)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.application.name=" + name,
                        "factory.messaging.queue=" + queue,
                        "spring.datasource.url=" + LaptopDatabase.freshUrl(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.cloud.azure.servicebus.connection-string=" + bus.connectionString(),
                        "db-scheduler.polling-interval=50ms")
                .run();
    }

    private static void send(String queue, String project) {
        try (var sender = new ServiceBusClientBuilder()
                .connectionString(bus.connectionString())
                .sender()
                .queueName(queue)
                .buildClient()) {
            sender.sendMessage(new ServiceBusMessage(project).setMessageId(queue + project));
        }
    }

    private static Predicate<SpanData> ofProject(String project) {
        return span -> project.equals(span.getAttributes().get(AttributeKey.stringKey("factory.project")));
    }

    private static SpanData awaitSpan(String name, Predicate<SpanData> wanted) {
        return await("span " + name)
                .atMost(PATIENCE)
                .until(
                        () -> spans().stream()
                                .filter(span -> span.getName().equals(name))
                                .filter(wanted)
                                .filter(span -> rootOf(span).getParentSpanId().equals(SpanId.getInvalid()))
                                .reduce((earlier, later) -> later),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<SpanData> spans() {
        return SPANS.getFinishedSpanItems();
    }

    /** The names of the spans from the beginning of the trace to the given one, parent by parent. */
    private static List<String> pathTo(SpanData span) {
        return Stream.iterate(span, Objects::nonNull, StoryTracingTests::parentOf)
                .map(SpanData::getName)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(ArrayList::new), path -> {
                    Collections.reverse(path);
                    return path;
                }));
    }

    /** Parents end after their children: until all have, the path breaks off somewhere. */
    private static SpanData rootOf(SpanData span) {
        SpanData parent = parentOf(span);
        return parent == null ? span : rootOf(parent);
    }

    private static SpanData parentOf(SpanData span) {
        return spans().stream()
                .filter(other -> other.getSpanId().equals(span.getParentSpanId()))
                .findFirst()
                .orElse(null);
    }

    private static CloudEvent firstEventOf(String project) {
        return outboxOf(orders, project).get(0);
    }

    private static List<CloudEvent> published(String project) {
        return outboxOf(lake, project);
    }

    private static List<CloudEvent> outboxOf(ConfigurableApplicationContext service, String project) {
        return database(service)
                .sql("SELECT content FROM outbox WHERE partition_key = ? ORDER BY id")
                .param(project)
                .query((row, number) -> Envelope.read(row.getString("content").getBytes(UTF_8)))
                .list();
    }

    private static JdbcClient database(ConfigurableApplicationContext service) {
        return service.getBean(JdbcClient.class);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Recorded {

        @Bean
        SpanProcessor recorder() {
            return SimpleSpanProcessor.create(SPANS);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Orders extends Recorded {

        @Bean
        CustomTask<Void> provision(Outbox outbox, TransactionTemplate transaction) {
            return Tasks.custom("provision", Void.class).execute((job, context) -> {
                var event = provisioned(Integer.parseInt(job.getId()));
                transaction.executeWithoutResult(status -> outbox.publish(event));
                return new CompletionHandler.OnCompleteRemove<>();
            });
        }

        @Bean
        Tickets tickets(SchedulerClient jobs) {
            return new Tickets(jobs);
        }
    }

    record Tickets(SchedulerClient jobs) {

        @EventListener
        void on(QueueMessage ticket) {
            jobs.scheduleIfNotExists(TaskDescriptor.of("provision")
                    .instance(new String(ticket.body(), UTF_8))
                    .scheduledTo(Instant.now()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Lake extends Recorded {

        @Bean
        CustomTask<Void> refine(Outbox outbox, TransactionTemplate transaction) {
            var attempts = new AtomicInteger();
            return Tasks.custom("refine", Void.class)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(Duration.ofMillis(50)))
                    .execute((job, context) -> {
                        boolean difficult = job.getId().equals("project066");
                        int attempt = difficult ? attempts.incrementAndGet() : 3;
                        if (attempt == 1) {
                            throw new IllegalStateException("not this time");
                        }
                        if (attempt == 2) {
                            return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.ofMillis(50));
                        }
                        transaction.executeWithoutResult(
                                status -> outbox.publish(failed(new ProjectId(job.getId()), "refined")));
                        return new CompletionHandler.OnCompleteRemove<>();
                    });
        }

        @Bean
        Files files(SchedulerClient jobs, Outbox outbox) {
            return new Files(jobs, outbox);
        }

        private static FactoryEvent failed(ProjectId project, String run) {
            return new TrainingFailed(project, new ModelName("11_diabetes_model_reg"), project + run, "test", NOON);
        }
    }

    record Files(SchedulerClient jobs, Outbox outbox) {

        @EventListener
        void on(EnvironmentProvisioned event) {
            jobs.scheduleIfNotExists(TaskDescriptor.of("refine")
                    .instance(event.project().value())
                    .scheduledTo(Instant.now()));
        }

        @EventListener
        void on(QueueMessage landed) {
            int project = Integer.parseInt(new String(landed.body(), UTF_8));
            outbox.publish(Lake.failed(ProjectId.of(project), "landed"));
        }
    }
}
