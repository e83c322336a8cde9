package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusClientBuilder;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.MessagingProperties.Watch;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import java.util.function.Consumer;

/** All that belongs to one source of messages: its receiver, the watch over it, and the collecting of its dead letters. */
final class Reception implements AutoCloseable {

    private final BusSource source;
    private final Intake intake;
    private final ReceiverActivity activity = new ReceiverActivity();
    private final ServiceBusReceiverAsyncClient looking;
    private final ServiceBusReceiverClient deadLetters;
    private final MessageReceiver receiver;

    Reception(BusSource source, Intake intake, ServiceBusClientBuilder client) {
        this.source = source;
        this.intake = intake;
        this.looking = source.looking(client);
        this.deadLetters = source.deadLetters(client);
        this.receiver = new MessageReceiver(intake, activity, source.hasSessions());
    }

    String binding() {
        return source.binding();
    }

    MessageReceiver receiver() {
        return receiver;
    }

    /** @param restart starts the binding of that name anew */
    BusWatch watch(BusHealth health, Watch settings, Consumer<String> restart) {
        return new BusWatch(
                looking,
                activity,
                () -> restart.accept(source.binding()),
                health,
                settings.stalledAfter(),
                System::nanoTime);
    }

    DeadLetterCollector collector(Inbox inbox) {
        return new DeadLetterCollector(deadLetters, intake, inbox, source.entity());
    }

    /** Returns whether messages of that channel come here. */
    boolean isFrom(String channel) {
        return source.entity().equals(channel);
    }

    /**
     * Returns the entry a message would become.
     *
     * @throws InvalidEvent if the message can't be read
     */
    InboxEntry read(ReceivedMessage message) {
        return intake.read(message);
    }

    @Override
    public void close() {
        looking.close();
        deadLetters.close();
    }
}
