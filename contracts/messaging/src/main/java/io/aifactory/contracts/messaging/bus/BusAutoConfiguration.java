package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.MessagingProperties;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.deadletter.UnreadableReader;
import io.aifactory.contracts.messaging.inbox.GroupStore;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.outbox.EventSender;
import io.aifactory.contracts.messaging.tracing.TraceParent;
import io.aifactory.contracts.messaging.work.WakeUp;
import io.aifactory.contracts.messaging.work.WorkLoop;
import io.cloudevents.CloudEvent;
import java.util.List;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.cloud.stream.binding.BindingsLifecycleController;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.messaging.SubscribableChannel;

/**
 * Joins outbox and inbox with the bus: one receiver for the topic, one for the queue if the service has one, and one more
 * connection that sends, looks and collects.
 */
@AutoConfiguration
class BusAutoConfiguration {

    private static final String EVENTS = "factoryEvents";
    private static final String QUEUE = "queueMessages";

    @Bean
    EventSender eventSender(ServiceBusClientBuilder client, MessagingProperties properties) {
        return new BusSender(client.sender().topicName(properties.topic()).buildClient());
    }

    @Bean
    Reception eventReception(
            ServiceBusClientBuilder client,
            GroupStore inbox,
            MessageMetrics metrics,
            Environment environment,
            MessagingProperties properties) {
        String topic = properties.topic();
        var source = new BusSource(EVENTS, topic, environment.getRequiredProperty("spring.application.name"));
        var intake = new Intake(message -> eventEntry(message, topic), inbox, metrics);
        return new Reception(source, intake, client);
    }

    @Bean
    @ConditionalOnProperty("factory.messaging.queue")
    Reception queueReception(
            ServiceBusClientBuilder client, GroupStore inbox, MessageMetrics metrics, Environment environment) {
        String queue = environment.getRequiredProperty("factory.messaging.queue");
        var intake = new Intake(message -> foreignEntry(message, queue), inbox, metrics);
        return new Reception(new BusSource(QUEUE, queue, null), intake, client);
    }

    private static InboxEntry eventEntry(ReceivedMessage message, String topic) {
        CloudEvent envelope = MessageMapping.toEvent(message);
        return InboxEntry.of(topic, envelope, Envelope.eventOf(envelope));
    }

    private static InboxEntry foreignEntry(ReceivedMessage message, String queue) {
        return InboxEntry.of(
                new QueueMessage(queue, message.messageId(), message.contentType(), message.body()),
                TraceParent.ofForeign(message.properties()));
    }

    @Bean(destroyMethod = "stop")
    MessageReceiver eventReceiver(Reception eventReception) {
        return eventReception.receiver();
    }

    @Bean(destroyMethod = "stop")
    @ConditionalOnProperty("factory.messaging.queue")
    MessageReceiver queueReceiver(Reception queueReception) {
        return queueReception.receiver();
    }

    /** Binds receivers to their inputs as soon as all inputs are there, and before any of them opens. */
    @Bean
    SmartInitializingSingleton busInputs(ListableBeanFactory beans, List<Reception> receptions) {
        return () -> receptions.forEach(reception ->
                beans.getBean(reception.binding(), SubscribableChannel.class).subscribe(reception.receiver()));
    }

    @Bean
    BusHealth busHealthIndicator() {
        return new BusHealth();
    }

    @Bean
    WorkLoop busWatch(
            List<Reception> receptions,
            BusHealth health,
            BindingsLifecycleController bindings,
            MessagingProperties properties) {
        var watches = receptions.stream()
                .map(reception -> reception.watch(health, properties.watch(), binding -> restart(bindings, binding)))
                .toList();
        return loop("bus-watch", new Rounds(watches), properties);
    }

    private static void restart(BindingsLifecycleController bindings, String binding) {
        bindings.stop(binding);
        bindings.start(binding);
    }

    @Bean
    WorkLoop deadLetterCollector(List<Reception> receptions, Inbox inbox, MessagingProperties properties) {
        var collectors =
                receptions.stream().map(reception -> reception.collector(inbox)).toList();
        return loop("dead-letter-collector", new Rounds(collectors), properties);
    }

    @Bean
    UnreadableReader unreadableReader(List<Reception> receptions) {
        return new StoredMessageReader(receptions);
    }

    private static WorkLoop loop(String name, WorkLoop.Work work, MessagingProperties properties) {
        return new WorkLoop(name, work, new WakeUp(), properties.watch().interval(), 1);
    }
}
