package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.AbandonOptions;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendAndReceiveTests extends BusTest {

    @Test
    void deliversWhatWasSentAndForgetsItWhenCompleted() {
        ServiceBusSenderClient sender = queueSender("plain");
        ServiceBusReceiverClient receiver = queueReceiver("plain");

        sender.sendMessage(
                message("hello").setMessageId("m1").setSubject("greeting").setSessionId("lane-1"));
        ServiceBusReceivedMessage received = receiveOne(receiver);
        receiver.complete(received);

        assertThat(received.getBody()).hasToString("hello");
        assertThat(received.getMessageId()).isEqualTo("m1");
        assertThat(received.getSubject()).isEqualTo("greeting");
        assertThat(received.getSessionId()).isEqualTo("lane-1");
        assertThat(received.getDeliveryCount()).isZero();
        assertThat(received.getLockToken()).isNotBlank();
        assertThat(receiver.peekMessage()).isNull();
    }

    @Test
    void unpacksBatches() {
        ServiceBusSenderClient sender = queueSender("plain");
        ServiceBusReceiverClient receiver = queueReceiver("plain");

        sender.sendMessages(
                IntStream.range(0, 20).mapToObj(i -> message("m" + i)).toList());
        List<ServiceBusReceivedMessage> received = receive(receiver, 20);

        assertThat(bodies(received))
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).mapToObj(i -> "m" + i).toList());
    }

    @Test
    void deliversAnAbandonedMessageAgainWithItsNewProperties() {
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message("try me"));

        receiver.abandon(receiveOne(receiver), new AbandonOptions().setPropertiesToModify(Map.of("tried", "once")));
        ServiceBusReceivedMessage again = receiveOne(receiver);

        assertThat(again.getDeliveryCount()).isEqualTo(1);
        assertThat(again.getApplicationProperties()).containsEntry("tried", "once");
        assertThat(again.getBody()).hasToString("try me");
    }

    @Test
    void movesADeadLetterWithItsReason() {
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message("bad"));

        receiver.deadLetter(
                receiveOne(receiver),
                new DeadLetterOptions().setDeadLetterReason("unreadable").setDeadLetterErrorDescription("no JSON"));
        ServiceBusReceivedMessage dead = receiveOne(deadLetterReceiver("plain"));

        assertThat(dead.getBody()).hasToString("bad");
        assertThat(dead.getDeadLetterReason()).isEqualTo("unreadable");
        assertThat(dead.getDeadLetterErrorDescription()).isEqualTo("no JSON");
    }

    @Test
    void givesASubscriptionOnlyWhatItsFilterLetsPass() {
        ServiceBusSenderClient sender = topicSender("news");

        sender.sendMessage(about("football", 1, "goal"));
        sender.sendMessage(about("football", 5, "boring"));
        sender.sendMessage(about("chess", 1, "check"));

        assertThat(receive(subscriptionReceiver("news", "everything"), 3)).hasSize(3);
        assertThat(bodies(receive(subscriptionReceiver("news", "sport"), 1))).containsExactly("goal");
        assertThat(bus.counts())
                .filteredOn(counts -> counts.entity().equals("news/subscriptions/sport"))
                .extracting(counts -> counts.active())
                .containsExactly(1);
    }

    private static ServiceBusMessage about(String section, int rank, String body) {
        ServiceBusMessage message = message(body);
        message.getApplicationProperties().put("section", section);
        message.getApplicationProperties().put("rank", rank);
        return message;
    }

    @Test
    void carriesAMessageOfManyFrames() {
        String large = "0123456789".repeat(70_000);
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message(large));

        ServiceBusReceivedMessage received = receiveOne(receiver);

        assertThat(received.getBody().toString()).isEqualTo(large);
    }

    @Test
    void matchesACorrelationFilter() {
        ServiceBusMessage swedish = message("hej").setSubject("letter");
        swedish.getApplicationProperties().put("language", "sv");
        ServiceBusMessage english = message("hi").setSubject("letter");
        english.getApplicationProperties().put("language", "en");

        topicSender("news").sendMessages(List.of(english, swedish));

        assertThat(bodies(receive(subscriptionReceiver("news", "letters"), 1))).containsExactly("hej");
    }

    @Test
    void carriesEveryKindOfProperty() {
        ServiceBusMessage sent = message("typed");
        Map<String, Object> values =
                Map.of("text", "a", "whole", 1, "long", 2L, "double", 1.5, "flag", true, "uuid", new UUID(1, 2));
        sent.getApplicationProperties().putAll(values);
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(sent);

        receiver.abandon(receiveOne(receiver), new AbandonOptions().setPropertiesToModify(Map.of("more", 3L)));
        ServiceBusReceivedMessage received = receiveOne(receiver);

        assertThat(received.getApplicationProperties())
                .containsAllEntriesOf(values)
                .containsEntry("more", 3L);
    }

    @Test
    void renewsALock() {
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message("slow"));
        ServiceBusReceivedMessage received = receiveOne(receiver);

        OffsetDateTime until = receiver.renewMessageLock(received);

        assertThat(Duration.between(received.getLockedUntil(), until)).isPositive();
    }
}
