package io.aifactory.localbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.ServiceBusSessionReceiverClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SessionTests extends BusTest {

    @Test
    void deliversASessionInOrderToTheOneReceiverThatHasIt() {
        send("a", "a1", "a2");
        send("b", "b1");
        ServiceBusReceiverClient first = closing(sessions().acceptSession("a"));

        List<ServiceBusReceivedMessage> received = receive(first, 2);
        received.forEach(first::complete);

        assertThat(first.getSessionId()).isEqualTo("a");
        assertThat(bodies(received)).containsExactly("a1", "a2");
        assertThatThrownBy(() -> sessions().acceptSession("a"))
                .isInstanceOfSatisfying(AmqpException.class, error -> assertThat(error.getErrorCondition())
                        .isEqualTo(AmqpErrorCondition.SESSION_CANNOT_BE_LOCKED));
    }

    @Test
    void givesTheNextFreeSession() {
        send("a", "a1");
        send("b", "b1");

        ServiceBusReceiverClient first = closing(sessions().acceptNextSession());
        ServiceBusReceiverClient second = closing(sessions().acceptNextSession());

        assertThat(List.of(first.getSessionId(), second.getSessionId())).containsExactly("a", "b");
    }

    @Test
    void keepsTheStateOfASession() {
        send("a", "a1");
        ServiceBusReceiverClient receiver = closing(sessions().acceptSession("a"));

        receiver.setSessionState("half way".getBytes(StandardCharsets.UTF_8));
        byte[] state = receiver.getSessionState();

        assertThat(state).asString(StandardCharsets.UTF_8).isEqualTo("half way");
        assertThat(receiver.renewSessionLock()).isNotNull();
    }

    @Test
    void refusesAMessageWithoutSession() {
        ServiceBusSenderClient sender = queueSender("lanes");

        assertThatThrownBy(() -> sender.sendMessage(message("no lane")))
                .hasMessageContaining("The SessionId was not set on a message");
    }

    @Test
    void keepsOrderInEveryLaneOfAProcessor() {
        Map<String, List<String>> handled = new ConcurrentHashMap<>();
        ServiceBusProcessorClient processor = client().sessionProcessor()
                .queueName("lanes")
                .maxConcurrentSessions(4)
                .sessionIdleTimeout(Duration.ofSeconds(2))
                .processMessage(context -> handled.computeIfAbsent(
                                context.getMessage().getSessionId(), lane -> new CopyOnWriteArrayList<>())
                        .add(context.getMessage().getBody().toString()))
                .processError(error -> {})
                .buildProcessorClient();
        closing(processor);

        processor.start();
        IntStream.range(0, 20).forEach(i -> send("lane-" + i % 4, "m" + i));

        Awaitility.await().untilAsserted(() -> assertThat(
                        handled.values().stream().mapToInt(List::size).sum())
                .isEqualTo(20));
        assertThat(handled.get("lane-1")).containsExactly("m1", "m5", "m9", "m13", "m17");
        assertThat(handled).hasSize(4);
    }

    private void send(String session, String... bodies) {
        ServiceBusSenderClient sender = queueSender("lanes");
        for (String body : bodies) {
            sender.sendMessage(message(body).setSessionId(session));
        }
    }

    private ServiceBusSessionReceiverClient sessions() {
        return closing(client().sessionReceiver()
                .queueName("lanes")
                .disableAutoComplete()
                .buildClient());
    }
}
