package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.models.AbandonOptions;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface SettlingContract extends BusContract {

    @Test
    default void forgetsWhatIsCompleted() {
        ServiceBusReceiverClient receiver = bus().receiver("plain");
        bus().sender("plain").sendMessage(message("done"));

        receiver.complete(receiveOne(receiver));

        assertThat(receiver.peekMessage(0)).isNull();
    }

    @Test
    default void deliversAnAbandonedMessageAgainWithItsNewProperties() {
        ServiceBusReceiverClient receiver = bus().receiver("plain");
        bus().sender("plain").sendMessage(message("try me"));

        receiver.abandon(receiveOne(receiver), new AbandonOptions().setPropertiesToModify(Map.of("tried", 3L)));
        ServiceBusReceivedMessage again = receiveOne(receiver);

        assertThat(again.getDeliveryCount()).isEqualTo(1);
        assertThat(again.getApplicationProperties()).containsEntry("tried", 3L);
        assertThat(again.getBody()).hasToString("try me");
    }

    @Test
    default void movesADeadLetterWithItsReason() {
        ServiceBusReceiverClient receiver = bus().receiver("plain");
        bus().sender("plain").sendMessage(message("bad"));

        receiver.deadLetter(
                receiveOne(receiver),
                new DeadLetterOptions().setDeadLetterReason("unreadable").setDeadLetterErrorDescription("no JSON"));
        ServiceBusReceiverClient deadLetters = bus().deadLetters("plain");
        ServiceBusReceivedMessage dead = receiveOne(deadLetters);
        deadLetters.complete(dead);

        assertThat(dead.getBody()).hasToString("bad");
        assertThat(dead.getDeadLetterReason()).isEqualTo("unreadable");
        assertThat(dead.getDeadLetterErrorDescription()).isEqualTo("no JSON");
        assertThat(deadLetters.peekMessage(0)).isNull();
    }

    @Test
    default void handsOutADeferredMessageByItsNumberOnly() {
        ServiceBusReceiverClient receiver = bus().receiver("plain");
        bus().sender("plain").sendMessage(message("later"));
        ServiceBusReceivedMessage received = receiveOne(receiver);
        receiver.defer(received);

        ServiceBusReceivedMessage peeked = receiver.peekMessage(0);
        ServiceBusReceivedMessage deferred = receiver.receiveDeferredMessage(received.getSequenceNumber());
        receiver.complete(deferred);

        assertThat(peeked.getState()).isEqualTo(ServiceBusMessageState.DEFERRED);
        assertThat(deferred.getBody()).hasToString("later");
        assertThat(receiver.peekMessage(0)).isNull();
    }

    @Test
    default void deadLettersWhatWasDeliveredTooOften() {
        ServiceBusReceiverClient receiver = bus().receiver("hasty");
        bus().sender("hasty").sendMessage(message("poison"));

        receiver.abandon(receiveOne(receiver));
        receiver.abandon(receiveOne(receiver));
        ServiceBusReceivedMessage dead = receiveOne(bus().deadLetters("hasty"));

        assertThat(dead.getDeadLetterReason()).isEqualTo("MaxDeliveryCountExceeded");
        assertThat(dead.getDeliveryCount()).isEqualTo(2);
    }

    @Test
    default void forgetsAtOnceWhatIsReceivedAndDeleted() {
        ServiceBusReceiverClient taker = bus().taker("plain");
        bus().sender("plain").sendMessage(message("fleeting"));

        ServiceBusReceivedMessage received = receiveOne(taker);

        assertThat(received.getBody()).hasToString("fleeting");
        assertThat(taker.peekMessage(0)).isNull();
    }
}
