package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.aifactory.localbus.BusClients;
import org.junit.jupiter.api.Test;

interface RefusalContract extends BusContract {

    /** How to reach the bus with a key that is not the right one. */
    String forgedConnectionString();

    @Test
    default void refusesAWrongKey() throws Exception {
        try (BusClients forger = new BusClients(forgedConnectionString())) {
            ServiceBusSenderClient sender = forger.sender("plain");

            assertThatThrownBy(() -> sender.sendMessage(message("let me in")))
                    .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                            .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED));
        }
    }

    @Test
    default void refusesToSendToAnUnknownEntity() {
        ServiceBusSenderClient sender = bus().sender("nowhere");

        assertThatThrownBy(() -> sender.sendMessage(message("hello?")))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGING_ENTITY_NOT_FOUND));
    }

    @Test
    default void refusesToReceiveFromAnUnknownSubscription() {
        ServiceBusReceiverClient receiver = bus().receiver("news", "nowhere");

        assertThatThrownBy(() -> receiveOne(receiver)).hasStackTraceContaining("could not be found");
    }

    @Test
    default void refusesAMessageThatIsTooLarge() {
        ServiceBusSenderClient sender = bus().sender("plain");

        assertThatThrownBy(() -> sender.sendMessage(message("x".repeat(2_000_000))))
                .hasRootCauseInstanceOf(Exception.class)
                .satisfies(error -> assertThat(error.getCause())
                        .isInstanceOfSatisfying(AmqpException.class, cause -> assertThat(cause.getErrorCondition())
                                .isEqualTo(AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED)));
    }

    @Test
    default void findsEntitiesWithoutRegardToCase() {
        bus().sender("PLAIN").sendMessage(message("shout"));

        assertThat(receiveOne(bus().receiver("Plain")).getBody()).hasToString("shout");
    }
}
