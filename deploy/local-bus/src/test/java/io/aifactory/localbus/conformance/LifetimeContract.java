package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;

interface LifetimeContract extends BusContract {

    @Test
    default void deadLettersWhatExpired() {
        bus().sender("short-lived").sendMessage(message("stale"));
        pass(Duration.ofSeconds(6));

        // nobody else looks at what has expired, so Service Bus may not notice before somebody asks for a message
        bus().receiver("short-lived").receiveMessages(1, Duration.ofMillis(500));
        ServiceBusReceivedMessage dead = receiveOne(bus().deadLetters("short-lived"));

        assertThat(dead.getBody()).hasToString("stale");
        assertThat(dead.getDeadLetterReason()).isEqualTo("TTLExpiredException");
    }

    @Test
    default void takesTheShorterOfTwoLives() {
        bus().sender("plain").sendMessage(message("stale").setTimeToLive(Duration.ofSeconds(1)));
        bus().sender("plain").sendMessage(message("fresh").setTimeToLive(Duration.ofMinutes(5)));
        pass(Duration.ofSeconds(2));
        ServiceBusReceiverClient receiver = bus().receiver("plain");

        assertThat(receiveOne(receiver).getBody()).hasToString("fresh");
        assertThat(bus().deadLetters("plain").peekMessage(0)).isNull();
    }
}
