package io.aifactory.contracts.messaging.bus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusMessage;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.Lane;
import io.aifactory.contracts.messaging.SampleEvents;
import io.cloudevents.CloudEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageMappingTests {

    private final EventContext cause = new EventContext("cause", "beginning");
    private final CloudEvent event = Envelope.of(
            SampleEvents.provisioned(7, 1), "test-service", Instant.parse("2026-11-20T12:00:00Z"), Optional.of(cause));

    @Test
    void anEventGoesOutInBinaryMode() {
        var message = MessageMapping.toMessage(event);

        assertThat(message.getApplicationProperties())
                .containsEntry("cloudEvents_type", "io.aifactory.environment.provisioned.v1")
                .containsEntry("cloudEvents_specversion", "1.0")
                .containsEntry("cloudEvents_subject", "project007/dev")
                .containsEntry("cloudEvents_correlationid", "beginning")
                .containsEntry("cloudEvents_causationid", "cause");
        assertThat(message.getMessageId()).isEqualTo(event.getId());
        assertThat(message.getSessionId()).isEqualTo(Lane.of("project007").sessionId());
        assertThat(message.getBody().toString()).contains("\"project\":\"project007\"");
    }

    @Test
    void whatGoesOutComesBackTheSame() {
        CloudEvent back = MessageMapping.toEvent(overTheBus(MessageMapping.toMessage(event)));

        assertThat(back.getAttributeNames()).containsAll(event.getAttributeNames());
        assertThat(back.getTime()).isEqualTo(event.getTime());
        assertThat(Envelope.eventOf(back)).isEqualTo(SampleEvents.provisioned(7, 1));
        assertThat(Envelope.correlationOf(back)).isEqualTo("beginning");
    }

    @Test
    void structuredModeIsTakenToo() {
        var structured = new ReceivedMessage(
                "1", "application/cloudevents+json; charset=utf-8", Map.of(), Envelope.write(event));

        assertThat(Envelope.eventOf(MessageMapping.toEvent(structured))).isEqualTo(SampleEvents.provisioned(7, 1));
    }

    @Test
    void whatIsNoCloudEventIsRefused() {
        var noAttributes = new ReceivedMessage("1", "application/json", Map.of(), "{}".getBytes(UTF_8));
        var noJson = new ReceivedMessage("1", "application/cloudevents+json", Map.of(), "hello".getBytes(UTF_8));

        assertThatThrownBy(() -> MessageMapping.toEvent(noAttributes)).isInstanceOf(InvalidEvent.class);
        assertThatThrownBy(() -> MessageMapping.toEvent(noJson)).isInstanceOf(InvalidEvent.class);
    }

    private static ReceivedMessage overTheBus(ServiceBusMessage message) {
        return new ReceivedMessage(
                "1",
                "application/json",
                message.getApplicationProperties(),
                message.getBody().toBytes());
    }
}
