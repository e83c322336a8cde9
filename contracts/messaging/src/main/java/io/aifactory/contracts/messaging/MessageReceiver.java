package io.aifactory.contracts.messaging;

import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import io.aifactory.contracts.events.InvalidEvent;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.messaging.Message;
import org.springframework.transaction.TransactionException;

/**
 * Takes messages off the bus: stores each in the inbox and only then completes it. What can't be understood or stored goes
 * to the bus's dead letters at once. While the database is away it waits, holding the message, so that an outage neither loses
 * messages nor uses up their deliveries.
 */
final class MessageReceiver implements Consumer<Message<byte[]>> {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceiver.class);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Function<ReceivedMessage, InboxEntry> mapping;
    private final Inbox inbox;
    private final WakeUp workers;
    private final WakeUp pause = new WakeUp();
    private volatile boolean stopped;

    MessageReceiver(Function<ReceivedMessage, InboxEntry> mapping, Inbox inbox, WakeUp workers) {
        this.mapping = mapping;
        this.inbox = inbox;
        this.workers = workers;
    }

    @Override
    public void accept(Message<byte[]> message) {
        var delivery = Objects.requireNonNull(message.getHeaders()
                .get(ServiceBusMessageHeaders.RECEIVED_MESSAGE_CONTEXT, ServiceBusReceivedMessageContext.class));
        var received = ReceivedMessage.of(delivery.getMessage());
        try {
            storeWhenPossible(mapping.apply(received));
            delivery.complete();
            workers.call();
        } catch (InvalidEvent | DataIntegrityViolationException e) {
            LOG.error("message {} goes to the dead letters: {}", printable(received.messageId()), e.getMessage());
            delivery.deadLetter(new DeadLetterOptions()
                    .setDeadLetterReason(e instanceof InvalidEvent ? "InvalidEvent" : "NotStorable")
                    .setDeadLetterErrorDescription(printable(String.valueOf(e.getMessage()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery.abandon();
        }
    }

    void stop() {
        stopped = true;
        pause.call();
    }

    private void storeWhenPossible(InboxEntry entry) throws InterruptedException {
        while (!stored(entry)) {
            pause.await(PROBE_INTERVAL);
            if (stopped) {
                throw new InterruptedException("the service stops");
            }
        }
    }

    private boolean stored(InboxEntry entry) {
        try {
            inbox.store(entry);
            return true;
        } catch (DataIntegrityViolationException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the inbox is out of reach; receiving waits: {}", e.toString());
            return false;
        }
    }

    private static String printable(String text) {
        String withoutNul = text.replace('\0', '\uFFFD');
        return withoutNul.length() <= LONGEST_DESCRIPTION ? withoutNul : withoutNul.substring(0, LONGEST_DESCRIPTION);
    }
}
