package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusException;
import com.azure.messaging.servicebus.ServiceBusFailureReason;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import io.aifactory.localbus.store.LogUnavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RefusalTests extends BusTest {

    @Test
    void refusesAWrongKey() {
        String forged = bus.connectionString().replaceAll("SharedAccessKey=[^;]+", "SharedAccessKey=guessed");
        ServiceBusSenderClient sender =
                closing(client(forged).sender().queueName("plain").buildClient());

        assertThatThrownBy(() -> sender.sendMessage(message("let me in")))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.UNAUTHORIZED));
    }

    @Test
    void refusesAnUnknownEntity() {
        ServiceBusSenderClient sender = queueSender("nowhere");

        assertThatThrownBy(() -> sender.sendMessage(message("hello?")))
                .isInstanceOfSatisfying(ServiceBusException.class, error -> assertThat(error.getReason())
                        .isEqualTo(ServiceBusFailureReason.MESSAGING_ENTITY_NOT_FOUND));
    }

    @Test
    void refusesAMessageThatIsTooLarge() {
        ServiceBusSenderClient sender = queueSender("plain");

        assertThatThrownBy(() -> sender.sendMessage(message("x".repeat(2_000_000))))
                .hasRootCauseInstanceOf(Exception.class)
                .satisfies(error -> assertThat(error.getCause())
                        .isInstanceOfSatisfying(AmqpException.class, cause -> assertThat(cause.getErrorCondition())
                                .isEqualTo(AmqpErrorCondition.LINK_PAYLOAD_SIZE_EXCEEDED)));
    }

    @Test
    void hangsUpOnWhoSpeaksSomethingElse() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bus.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readAllBytes();

            assertThat(new String(answer, StandardCharsets.US_ASCII)).startsWith("AMQP");
        }
        queueSender("plain").sendMessage(message("still here"));
    }

    @Test
    void findsEntitiesWithoutRegardToCase() {
        queueSender("PLAIN").sendMessage(message("shout"));

        assertThat(bus.counts().get(0).active()).isEqualTo(1);
    }

    @Test
    void refusesADirectoryAnotherBusUses() {
        assertThatThrownBy(() -> LocalBus.start(LocalBusSettings.of(ENTITIES, data)))
                .isInstanceOf(LogUnavailable.class)
                .hasMessageContaining("does another bus use it?");
    }
}
