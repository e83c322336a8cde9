package io.aifactory.contracts.messaging;

import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.stream.function.StreamBridge;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.messaging.Message;
import org.springframework.transaction.support.TransactionTemplate;

/** Joins outbox, bus and inbox for a service that has a database and a name. */
@AutoConfiguration(after = {JdbcClientAutoConfiguration.class, TransactionAutoConfiguration.class})
@EnableConfigurationProperties(MessagingProperties.class)
class MessagingAutoConfiguration {

    private static final String OUTPUT = "factory-events-out";

    private static final Duration RETENTION_INTERVAL = Duration.ofHours(1);

    private final WakeUp relayWakeUp = new WakeUp();
    private final WakeUp workersWakeUp = new WakeUp();

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Outbox outbox(JdbcClient database, Clock clock, Environment environment, MessagingProperties properties) {
        return new JdbcOutbox(
                database,
                clock,
                environment.getRequiredProperty("spring.application.name"),
                properties.maxEventSize(),
                relayWakeUp);
    }

    @Bean
    WorkLoop outboxRelay(
            JdbcClient database, TransactionTemplate transaction, StreamBridge bridge, MessagingProperties properties) {
        var relay = new OutboxRelay(database, transaction, event -> send(bridge, event));
        return new WorkLoop("outbox-relay", relay, relayWakeUp, properties.pollInterval(), 1);
    }

    private static void send(StreamBridge bridge, CloudEvent event) {
        if (!bridge.send(OUTPUT, MessageMapping.toMessage(event))) {
            throw new IllegalStateException("the bus gave no answer");
        }
    }

    @Bean
    Inbox inbox(JdbcClient database) {
        return new Inbox(database);
    }

    @Bean
    WorkLoop inboxWorkers(
            Inbox inbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            MessagingProperties properties,
            Clock clock) {
        var dispatcher = new InboxDispatcher(
                inbox, transaction, listeners, properties.retry(), clock, RandomGenerator.getDefault());
        return new WorkLoop("inbox-worker", dispatcher, workersWakeUp, properties.pollInterval(), properties.workers());
    }

    @Bean
    WorkLoop messageRetention(JdbcClient database, Clock clock, MessagingProperties properties) {
        return new WorkLoop(
                "message-retention",
                new Retention(database, clock, properties.keep()),
                new WakeUp(),
                RETENTION_INTERVAL,
                1);
    }

    @Bean(destroyMethod = "stop")
    Consumer<Message<byte[]>> factoryEvents(Inbox inbox, MessagingProperties properties) {
        return new MessageReceiver(message -> eventEntry(message, properties.topic()), inbox, workersWakeUp);
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty("factory.messaging.queue")
    Consumer<Message<byte[]>> queueMessages(Inbox inbox, Environment environment) {
        String queue = environment.getRequiredProperty("factory.messaging.queue");
        return new MessageReceiver(message -> foreignEntry(message, queue), inbox, workersWakeUp);
    }

    private static InboxEntry eventEntry(ReceivedMessage message, String topic) {
        CloudEvent envelope = MessageMapping.toEvent(message);
        return InboxEntry.of(topic, envelope, Envelope.eventOf(envelope));
    }

    private static InboxEntry foreignEntry(ReceivedMessage message, String queue) {
        return InboxEntry.of(new QueueMessage(queue, message.messageId(), message.contentType(), message.body()));
    }
}
