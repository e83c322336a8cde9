package io.aifactory.localbus.conformance;

import static io.aifactory.localbus.BusClients.bodies;
import static io.aifactory.localbus.BusClients.message;
import static io.aifactory.localbus.BusClients.receive;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import com.azure.messaging.servicebus.ServiceBusSenderClient;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

interface SchedulingContract extends BusContract {

    @Test
    default void deliversAScheduledMessageAtItsTimeAndACancelledOneNever() {
        ServiceBusSenderClient sender = bus().sender("plain");
        ServiceBusReceiverClient receiver = bus().receiver("plain");
        OffsetDateTime soon = OffsetDateTime.now().plus(Duration.ofSeconds(30));

        long cancelled = sender.scheduleMessage(message("cancelled"), soon);
        sender.scheduleMessage(message("by request"), soon);
        sender.sendMessage(message("by annotation").setScheduledEnqueueTime(soon));
        sender.cancelScheduledMessage(cancelled);
        List<ServiceBusReceivedMessage> early =
                receiver.peekMessages(10, 0).stream().toList();
        pass(Duration.ofSeconds(32));

        assertThat(bodies(early)).containsExactly("by request", "by annotation");
        assertThat(early)
                .extracting(ServiceBusReceivedMessage::getState)
                .containsOnly(ServiceBusMessageState.SCHEDULED);
        assertThat(bodies(receive(receiver, 2))).containsExactlyInAnyOrder("by request", "by annotation");
    }

    @Test
    default void schedulesAndCancelsManyAtOnce() {
        ServiceBusSenderClient sender = bus().sender("plain");
        OffsetDateTime later = OffsetDateTime.now().plusHours(1);

        List<Long> numbers = new ArrayList<>();
        sender.scheduleMessages(List.of(message("a"), message("b")), later).forEach(numbers::add);
        sender.cancelScheduledMessages(numbers);

        assertThat(numbers).hasSize(2).doesNotHaveDuplicates();
        assertThat(bus().receiver("plain").peekMessage(0)).isNull();
    }
}
