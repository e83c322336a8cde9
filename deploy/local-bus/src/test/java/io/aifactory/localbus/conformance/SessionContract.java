package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.amqp.exception.AmqpErrorCondition;
import com.azure.core.amqp.exception.AmqpException;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

interface SessionContract extends BusContract {

    default void sendToLane(String session, String... bodies) {
        ServiceBusSenderClient sender = bus().sender("lanes");
        for (String body : bodies) {
            sender.sendMessage(message(body).setSessionId(session));
        }
    }

    default ServiceBusReceiverClient acceptLane(String session) {
        return bus().closing(bus().sessions("lanes").acceptSession(session));
    }

    default ServiceBusReceiverClient acceptNextLane() {
        return bus().closing(bus().sessions("lanes").acceptNextSession());
    }

    @Test
    default void deliversASessionInOrderAndNothingElse() {
        sendToLane("a", "a1");
        sendToLane("b", "b1");
        sendToLane("a", "a2", "a3");
        ServiceBusReceiverClient lane = acceptLane("a");

        List<ServiceBusReceivedMessage> received = receive(lane, 3);
        received.forEach(lane::complete);

        assertThat(lane.getSessionId()).isEqualTo("a");
        assertThat(bodies(received)).containsExactly("a1", "a2", "a3");
    }

    @Test
    default void givesASessionToOneReceiverAtATime() {
        sendToLane("a", "a1");
        acceptLane("a");

        assertThatThrownBy(() -> bus().sessions("lanes").acceptSession("a"))
                .isInstanceOfSatisfying(AmqpException.class, error -> assertThat(error.getErrorCondition())
                        .isEqualTo(AmqpErrorCondition.SESSION_CANNOT_BE_LOCKED));
    }

    @Test
    default void givesWhoeverAsksTheNextFreeSession() {
        sendToLane("a", "a1");
        sendToLane("b", "b1");

        ServiceBusReceiverClient first = acceptNextLane();
        ServiceBusReceiverClient second = acceptNextLane();

        assertThat(List.of(first.getSessionId(), second.getSessionId())).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    default void acceptsASessionThatHasNoMessagesYet() {
        ServiceBusReceiverClient lane = acceptLane("empty");

        sendToLane("empty", "first");

        assertThat(receiveOne(lane).getBody()).hasToString("first");
    }

    @Test
    default void keepsTheStateOfASession() {
        ServiceBusReceiverClient lane = acceptLane("noted");
        lane.setSessionState("half way".getBytes(StandardCharsets.UTF_8));
        lane.close();

        ServiceBusReceiverClient next = acceptLane("noted");
        byte[] state = next.getSessionState();
        next.setSessionState(null);

        assertThat(state).asString(StandardCharsets.UTF_8).isEqualTo("half way");
        assertThat(next.getSessionState()).isNullOrEmpty();
    }

    @Test
    default void peeksIntoASessionOnly() {
        sendToLane("a", "a1");
        sendToLane("b", "b1");

        assertThat(bodies(acceptLane("b").peekMessages(10, 0))).containsExactly("b1");
    }

    @Test
    default void defersWithinASession() {
        sendToLane("a", "a1", "a2");
        ServiceBusReceiverClient lane = acceptLane("a");
        ServiceBusReceivedMessage first = receiveOne(lane);
        lane.defer(first);

        ServiceBusReceivedMessage second = receiveOne(lane);
        ServiceBusReceivedMessage deferred = lane.receiveDeferredMessage(first.getSequenceNumber());
        lane.complete(deferred);

        assertThat(second.getBody()).hasToString("a2");
        assertThat(deferred.getBody()).hasToString("a1");
    }

    @Test
    default void refusesAMessageWithoutSession() {
        ServiceBusSenderClient sender = bus().sender("lanes");

        assertThatThrownBy(() -> sender.sendMessage(message("no lane")))
                .hasMessageContaining("The SessionId was not set on a message");
    }

    @Test
    default void refusesAReceiverWithoutSession() {
        ServiceBusReceiverClient receiver = bus().receiver("lanes");

        assertThatThrownBy(() -> receiveOne(receiver)).hasStackTraceContaining("requires sessions");
    }
}
