package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

interface LockContract extends BusContract {

    @Test
    default void deliversAgainWhenALockRunsOutAndRefusesTheOldLock() {
        ServiceBusReceiverClient receiver = bus().receiver("hasty");
        bus().sender("hasty").sendMessage(message("slow"));
        ServiceBusReceivedMessage first = receiveOne(receiver);

        pass(Duration.ofSeconds(6));
        ServiceBusReceivedMessage second = receiveOne(receiver);

        assertThat(second.getDeliveryCount()).isEqualTo(1);
        assertThatThrownBy(() -> receiver.complete(first))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGE_LOCK_LOST));
    }

    @Test
    default void keepsALockThatIsRenewed() {
        ServiceBusReceiverClient receiver = bus().receiver("hasty");
        bus().sender("hasty").sendMessage(message("slow"));
        // renewing goes the same way as peeking, and the lock would not wait for the way to be opened
        receiver.peekMessage(0);
        ServiceBusReceivedMessage received = receiveOne(receiver);

        pass(Duration.ofSeconds(3));
        OffsetDateTime until = receiver.renewMessageLock(received);
        pass(Duration.ofSeconds(3));
        receiver.complete(received);

        assertThat(until).isAfter(received.getLockedUntil().minusSeconds(3));
        assertThat(receiver.peekMessage(0)).isNull();
    }

    @Test
    default void givesBackWhatAClosedReceiverHeld() {
        bus().sender("hasty").sendMessage(message("mine"));
        ServiceBusReceiverClient first = bus().receiver("hasty");
        receiveOne(first);

        first.close();
        ServiceBusReceivedMessage again = receiveOne(bus().receiver("hasty"));

        assertThat(again.getBody()).hasToString("mine");
    }
}
