package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverClient;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.inbox.Inbox;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.aifactory.contracts.messaging.work.WorkLoop;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Brings what lies in the bus's dead-letter queue into the inbox, so that all dead letters are one list. What the bus gave up
 * though nothing is wrong with it, because receivers died over it or connections broke too often, is simply handled.
 */
final class DeadLetterCollector implements WorkLoop.Work {

    private static final int BATCH = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ServiceBusReceiverClient deadLetters;
    private final Intake intake;
    private final Inbox inbox;
    private final String channel;

    DeadLetterCollector(ServiceBusReceiverClient deadLetters, Intake intake, Inbox inbox, String channel) {
        this.deadLetters = deadLetters;
        this.intake = intake;
        this.inbox = inbox;
        this.channel = channel;
    }

    @Override
    public boolean workOnce() {
        if (deadLetters.peekMessage(0) == null) {
            return false;
        }
        List<ServiceBusReceivedMessage> batch =
                deadLetters.receiveMessages(BATCH, PATIENCE).stream().toList();
        batch.forEach(this::collect);
        return batch.size() == BATCH;
    }

    private void collect(ServiceBusReceivedMessage message) {
        if (taken(message)) {
            deadLetters.complete(message);
        } else {
            deadLetters.abandon(message);
        }
    }

    private boolean taken(ServiceBusReceivedMessage message) {
        ReceivedMessage received = ReceivedMessage.of(message);
        try {
            return intake.takesAtOnce(received);
        } catch (InvalidEvent | DataIntegrityViolationException e) {
            inbox.storeUnreadable(
                    unreadable(message, received),
                    MessageMapping.attributesOf(received),
                    Objects.requireNonNullElse(
                            message.getDeadLetterReason(), e.getClass().getSimpleName()),
                    Text.printable(Objects.requireNonNullElse(
                            message.getDeadLetterErrorDescription(), String.valueOf(e.getMessage()))));
            return true;
        }
    }

    /** Its id may be one no database takes or one that another message has too; its number on the bus is neither. */
    private InboxEntry unreadable(ServiceBusReceivedMessage message, ReceivedMessage received) {
        String id = StoredMessageReader.idOf(message.getSequenceNumber(), received.messageId());
        String contentType = received.contentType();
        return new InboxEntry(
                id,
                channel,
                InboxEntry.UNREADABLE,
                channel + "/" + id,
                contentType == null ? null : Text.printable(contentType),
                received.body(),
                null);
    }
}
