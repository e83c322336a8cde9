package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.messaging.servicebus.ServiceBusProcessorClient;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

interface SessionTakeoverContract extends BusContract {

    @Test
    default void handsASessionOnInOrderWhenItsReceiverCloses() {
        sendTo("closing", "m1", "m2", "m3");
        ServiceBusReceiverClient first = accept("closing");
        first.complete(receiveOne(first));
        first.close();

        assertThat(bodies(receive(accept("closing"), 2))).containsExactly("m2", "m3");
    }

    @Test
    default void handsASessionOnInOrderWhenItsLockEndsAndRefusesWhoHadIt() {
        sendTo("slow", "m1", "m2", "m3");
        ServiceBusReceiverClient first = accept("slow");
        List<ServiceBusReceivedMessage> held = receive(first, 3);
        first.complete(held.get(0));

        pass(Duration.ofSeconds(12));
        ServiceBusReceiverClient second = accept("slow");

        assertThat(bodies(receive(second, 2))).containsExactly("m2", "m3");
        assertThatThrownBy(() -> first.complete(held.get(1))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(first::renewSessionLock).isInstanceOf(RuntimeException.class);
    }

    @Test
    default void keepsASessionThatIsRenewed() {
        sendTo("kept", "m1");
        ServiceBusReceiverClient lane = accept("kept");
        ServiceBusReceivedMessage held = receiveOne(lane);

        pass(Duration.ofSeconds(6));
        lane.renewSessionLock();
        pass(Duration.ofSeconds(6));
        lane.complete(held);

        assertThat(lane.peekMessage(0)).isNull();
    }

    @Test
    default void keepsTheOrderOfEveryLaneInAProcessor() {
        Map<String, List<String>> handled = new ConcurrentHashMap<>();
        ServiceBusProcessorClient processor = bus().builder()
                .sessionProcessor()
                .queueName("lanes")
                .maxConcurrentSessions(4)
                .sessionIdleTimeout(Duration.ofSeconds(2))
                .processMessage(context -> handled.computeIfAbsent(
                                context.getMessage().getSessionId(), lane -> new CopyOnWriteArrayList<>())
                        .add(context.getMessage().getBody().toString()))
                .processError(error -> {})
                .buildProcessorClient();
        bus().closing(processor);

        processor.start();
        IntStream.range(0, 20).forEach(i -> sendTo("lane-" + i % 4, "m" + i));

        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        handled.values().stream().mapToInt(List::size).sum())
                .isEqualTo(20));
        assertThat(handled.get("lane-1")).containsExactly("m1", "m5", "m9", "m13", "m17");
        assertThat(handled).hasSize(4);
    }

    private void sendTo(String session, String... bodies) {
        ServiceBusSenderClient sender = bus().sender("lanes");
        for (String body : bodies) {
            sender.sendMessage(message(body).setSessionId(session));
        }
    }

    private ServiceBusReceiverClient accept(String session) {
        return bus().closing(bus().sessions("lanes").acceptSession(session));
    }
}
