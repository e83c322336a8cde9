package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface SendingContract extends BusContract {

    @Test
    default void deliversWhatWasSent() {
        ServiceBusReceiverClient receiver = bus().receiver("plain");

        bus().sender("plain")
                .sendMessage(message("hello")
                        .setMessageId("m1")
                        .setSubject("greeting")
                        .setSessionId("lane-1"));
        ServiceBusReceivedMessage received = receiveOne(receiver);

        assertThat(received.getBody()).hasToString("hello");
        assertThat(received.getMessageId()).isEqualTo("m1");
        assertThat(received.getSubject()).isEqualTo("greeting");
        assertThat(received.getSessionId()).isEqualTo("lane-1");
        assertThat(received.getDeliveryCount()).isZero();
        assertThat(received.getSequenceNumber()).isPositive();
        assertThat(received.getEnqueuedTime()).isNotNull();
        assertThat(received.getLockToken()).isNotBlank();
    }

    @Test
    default void deliversABatchInOrder() {
        List<String> sent = IntStream.range(0, 20).mapToObj(i -> "m" + i).toList();

        bus().sender("plain")
                .sendMessages(sent.stream().map(body -> message(body)).toList());

        assertThat(bodies(receive(bus().receiver("plain"), 20))).containsExactlyElementsOf(sent);
    }

    @Test
    default void carriesAMessageOfManyFrames() {
        String large = "0123456789".repeat(20_000);

        bus().sender("plain").sendMessage(message(large));

        assertThat(receiveOne(bus().receiver("plain")).getBody().toString()).isEqualTo(large);
    }

    @Test
    default void carriesEveryKindOfProperty() {
        Map<String, Object> values =
                Map.of("text", "a", "whole", 1, "long", 2L, "double", 1.5, "flag", true, "uuid", new UUID(1, 2));
        ServiceBusMessage sent = message("typed");
        sent.getApplicationProperties().putAll(values);

        bus().sender("plain").sendMessage(sent);

        assertThat(receiveOne(bus().receiver("plain")).getApplicationProperties())
                .containsAllEntriesOf(values);
    }

    @Test
    default void dropsAMessageThatRepeatsAnIdWithinTheWindow() {
        ServiceBusSenderClient sender = bus().sender("unique");

        sender.sendMessage(message("first").setMessageId("same"));
        sender.sendMessage(message("repeat").setMessageId("same"));
        sender.sendMessage(message("second").setMessageId("other"));
        pass(Duration.ofSeconds(25));
        sender.sendMessage(message("much later").setMessageId("same"));

        assertThat(bodies(receive(bus().receiver("unique"), 3))).containsExactly("first", "second", "much later");
    }

    @Test
    default void peeksInOrderWithoutTakingAnything() {
        bus().sender("plain").sendMessages(List.of(message("a"), message("b"), message("c")));
        ServiceBusReceiverClient receiver = bus().receiver("plain");

        List<String> peeked = bodies(receiver.peekMessages(2));
        List<String> rest = bodies(receiver.peekMessages(5));

        assertThat(peeked).containsExactly("a", "b");
        assertThat(rest).containsExactly("c");
        assertThat(bodies(receive(receiver, 3))).containsExactly("a", "b", "c");
    }
}
