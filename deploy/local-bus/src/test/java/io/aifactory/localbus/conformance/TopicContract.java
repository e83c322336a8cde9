package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static io.aifactory.localbus.BusClients.receiveOne;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusMessage;
import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import java.util.List;
import org.junit.jupiter.api.Test;

interface TopicContract extends BusContract {

    @Test
    default void givesASubscriptionOnlyWhatItsSqlFilterLetsPass() {
        ServiceBusSenderClient sender = bus().sender("news");

        sender.sendMessage(about("football", 5, "boring"));
        sender.sendMessage(about("chess", 1, "check"));
        sender.sendMessage(about("football", 1, "goal"));

        assertThat(bodies(receive(bus().receiver("news", "everything"), 3))).containsExactly("boring", "check", "goal");
        assertThat(bodies(bus().receiver("news", "sport").peekMessages(10, 0))).containsExactly("goal");
    }

    private static ServiceBusMessage about(String section, int rank, String body) {
        ServiceBusMessage message = message(body);
        message.getApplicationProperties().put("section", section);
        message.getApplicationProperties().put("rank", rank);
        return message;
    }

    @Test
    default void matchesACorrelationFilter() {
        bus().sender("news").sendMessages(List.of(letter("en", "hi"), letter("sv", "hej")));

        assertThat(bodies(bus().receiver("news", "letters").peekMessages(10, 0)))
                .containsExactly("hej");
    }

    private static ServiceBusMessage letter(String language, String body) {
        ServiceBusMessage message = message(body).setSubject("letter");
        message.getApplicationProperties().put("language", language);
        return message;
    }

    @Test
    default void takesACopyFromEachSubscriptionByItself() {
        bus().sender("news").sendMessage(letter("sv", "hej"));
        var letters = bus().receiver("news", "letters");

        letters.deadLetter(receiveOne(letters));

        assertThat(receiveOne(bus().deadLetters("news", "letters")).getBody()).hasToString("hej");
        assertThat(receiveOne(bus().receiver("news", "everything")).getBody()).hasToString("hej");
    }

    @Test
    default void deadLettersWhatLacksTheSessionItsSubscriptionNeeds() {
        bus().sender("offers").sendMessage(message("stray"));

        ServiceBusReceivedMessage dead = receiveOne(bus().deadLetters("offers", "in-order"));

        assertThat(dead.getDeadLetterReason()).isEqualTo("Session id is null.");
    }

    @Test
    default void keepsTheOrderOfASessionInASubscription() {
        ServiceBusSenderClient sender = bus().sender("offers");
        List.of("m1", "m2", "m3")
                .forEach(body -> sender.sendMessage(message(body).setSessionId("lane-1")));

        var sessions = bus().closing(bus().builder()
                .sessionReceiver()
                .topicName("offers")
                .subscriptionName("in-order")
                .disableAutoComplete()
                .buildClient());
        var lane = bus().closing(sessions.acceptNextSession());

        assertThat(bodies(receive(lane, 3))).containsExactly("m1", "m2", "m3");
    }
}
