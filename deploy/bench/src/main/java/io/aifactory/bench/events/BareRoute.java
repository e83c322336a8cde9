package io.aifactory.bench.events;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.Lane;
import io.aifactory.contracts.messaging.bus.MessageMapping;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the client of the bus does alone: the same messages in the same sessions, one send for each event in the order of its
 * lane, all lanes at the same time; and a session processor that completes each.
 */
@Component
class BareRoute implements Route, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BareRoute.class);
    private static final String TRACE_PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final int SESSIONS = 20;
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Arrivals arrivals;
    private final Clock clock;
    private final ServiceBusSenderClient sender;
    private final ServiceBusProcessorClient processor;

    BareRoute(Assignment assignment, Arrivals arrivals, Clock clock) {
        this.arrivals = arrivals;
        this.clock = clock;
        var client = new ServiceBusClientBuilder().connectionString(assignment.connectionString());
        sender = client.sender().topicName(TwinTopic.NAME).buildClient();
        processor = client.sessionProcessor()
                .topicName(TwinTopic.NAME)
                .subscriptionName(MeasuringApplication.SERVICE)
                .maxConcurrentSessions(SESSIONS)
                .maxConcurrentCalls(1)
                .sessionIdleTimeout(IDLE)
                .disableAutoComplete()
                .processMessage(this::take)
                .processError(error -> LOG.warn("the bare client met trouble", error.getException()))
                .buildProcessorClient();
        processor.start();
    }

    private void take(ServiceBusReceivedMessageContext delivery) {
        arrivals.arrived(delivery.getMessage().getMessageId());
        delivery.complete();
    }

    @Override
    public void carry(Batch batch) throws InterruptedException {
        Collection<List<Integer>> lanes = IntStream.range(0, batch.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        place -> Lane.of(batch.event(place).partitionKey())))
                .values();
        Crew.work(lanes.stream().<Runnable>map(lane -> () -> send(batch, lane)).toList());
    }

    private void send(Batch batch, List<Integer> lane) {
        lane.forEach(place -> {
            batch.published(place);
            sender.sendMessage(MessageMapping.toMessage(envelope(batch.event(place))));
        });
    }

    private CloudEvent envelope(ModelTrained event) {
        var envelope = Envelope.of(event, MeasuringApplication.SERVICE, clock.instant(), Optional.empty());
        return CloudEventBuilder.v1(envelope)
                .withExtension(Envelope.TRACE_PARENT, TRACE_PARENT)
                .build();
    }

    @Override
    public void close() {
        processor.close();
        sender.close();
    }
}
