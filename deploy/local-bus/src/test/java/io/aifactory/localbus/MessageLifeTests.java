package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import com.azure.messaging.servicebus.models.ServiceBusReceiveMode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageLifeTests extends BusTest {

    @Test
    void handsOutADeferredMessageByItsNumberOnly() {
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message("later"));
        ServiceBusReceivedMessage received = receiveOne(receiver);
        receiver.defer(received);

        ServiceBusReceivedMessage peeked = receiver.peekMessage();
        ServiceBusReceivedMessage deferred = receiver.receiveDeferredMessage(received.getSequenceNumber());
        receiver.complete(deferred);

        assertThat(peeked.getState()).isEqualTo(ServiceBusMessageState.DEFERRED);
        assertThat(deferred.getBody()).hasToString("later");
        assertThat(bus.counts().get(0).deferred()).isZero();
    }

    @Test
    void deliversAgainWhenALockRunsOutAndRefusesTheOldLock() {
        ServiceBusReceiverClient receiver = queueReceiver("hasty");
        queueSender("hasty").sendMessage(message("slow"));
        ServiceBusReceivedMessage first = receiveOne(receiver);

        ServiceBusReceivedMessage second = receiveOne(receiver);

        assertThat(second.getDeliveryCount()).isEqualTo(1);
        assertThatThrownBy(() -> receiver.complete(first))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGE_LOCK_LOST));
    }

    @Test
    void deadLettersWhatWasDeliveredTooOften() {
        ServiceBusReceiverClient receiver = queueReceiver("hasty");
        queueSender("hasty").sendMessage(message("poison"));

        receiver.abandon(receiveOne(receiver));
        receiver.abandon(receiveOne(receiver));
        ServiceBusReceivedMessage dead = receiveOne(deadLetterReceiver("hasty"));

        assertThat(dead.getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
        assertThat(dead.getDeliveryCount()).isEqualTo(2);
    }

    @Test
    void completesADeadLetter() {
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        queueSender("plain").sendMessage(message("bad"));
        receiver.deadLetter(receiveOne(receiver));
        ServiceBusReceiverClient deadLetters = deadLetterReceiver("plain");

        deadLetters.complete(receiveOne(deadLetters));

        assertThat(deadLetters.peekMessage()).isNull();
        assertThat(bus.counts().get(0).deadLetters()).isZero();
    }

    @Test
    void deadLettersWhatExpired() {
        queueSender("short-lived").sendMessage(message("stale"));

        ServiceBusReceivedMessage dead = receiveOne(deadLetterReceiver("short-lived"));

        assertThat(dead.getDeadLetterReason()).isEqualTo("TTLExpiredException");
    }

    @Test
    void dropsAMessageThatRepeatsAnId() {
        ServiceBusSenderClient sender = queueSender("unique");
        ServiceBusReceiverClient receiver = queueReceiver("unique");

        sender.sendMessage(message("first").setMessageId("same"));
        sender.sendMessage(message("repeat").setMessageId("same"));
        sender.sendMessage(message("second").setMessageId("other"));

        assertThat(bodies(receive(receiver, 2))).containsExactly("first", "second");
        assertThat(receiver.peekMessages(10)).hasSize(2);
    }

    @Test
    void deliversAScheduledMessageAtItsTimeAndACancelledOneNever() {
        ServiceBusSenderClient sender = queueSender("plain");
        ServiceBusReceiverClient receiver = queueReceiver("plain");
        OffsetDateTime soon = OffsetDateTime.now().plus(Duration.ofMillis(1500));

        long cancelled = sender.scheduleMessage(message("cancelled"), soon);
        sender.scheduleMessage(message("by request"), soon);
        sender.sendMessage(message("by annotation").setScheduledEnqueueTime(soon));
        sender.cancelScheduledMessage(cancelled);
        List<ServiceBusReceivedMessage> early =
                receiver.peekMessages(10).stream().toList();
        List<ServiceBusReceivedMessage> received = receive(receiver, 2);

        assertThat(early)
                .extracting(ServiceBusReceivedMessage::getState)
                .containsOnly(ServiceBusMessageState.SCHEDULED);
        assertThat(bodies(received)).containsExactly("by request", "by annotation");
        assertThat(OffsetDateTime.now()).isAfter(soon);
        await().untilAsserted(() -> assertThat(bus.counts().get(0).scheduled()).isZero());
    }

    @Test
    void forgetsAtOnceWhatIsReceivedAndDeleted() {
        ServiceBusReceiverClient receiver = closing(client().receiver()
                .queueName("plain")
                .receiveMode(ServiceBusReceiveMode.RECEIVE_AND_DELETE)
                .buildClient());
        queueSender("plain").sendMessage(message("fleeting"));

        ServiceBusReceivedMessage received = receiveOne(receiver);

        assertThat(received.getBody()).hasToString("fleeting");
        assertThat(bus.counts().get(0).active()).isZero();
    }

    @Test
    void givesBackAtOnceWhatAClosedReceiverHeld() {
        queueSender("plain").sendMessage(message("mine"));
        ServiceBusReceiverClient first = queueReceiver("plain");
        receiveOne(first);

        first.close();
        ServiceBusReceivedMessage again = receiveOne(queueReceiver("plain"));

        assertThat(again.getBody()).hasToString("mine");
        assertThat(again.getDeliveryCount()).isZero();
    }

    @Test
    void peeksInOrderWithoutTakingAnything() {
        queueSender("plain").sendMessages(List.of(message("a"), message("b"), message("c")));
        ServiceBusReceiverClient receiver = queueReceiver("plain");

        List<String> peeked = bodies(receiver.peekMessages(2).stream().toList());
        List<String> rest = bodies(receiver.peekMessages(5).stream().toList());

        assertThat(peeked).containsExactly("a", "b");
        assertThat(rest).containsExactly("c");
        assertThat(bus.counts().get(0).active()).isEqualTo(3);
    }
}
