package io.aifactory.contracts.messaging.bus;

import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.inbox.GroupStore;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Brings messages from the bus into the inbox. */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Function<ReceivedMessage, InboxEntry> mapping;
    private final GroupStore inbox;
    private final MessageMetrics metrics;

    Intake(Function<ReceivedMessage, InboxEntry> mapping, GroupStore inbox, MessageMetrics metrics) {
        this.mapping = mapping;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /**
     * Stores a message and returns whether that was possible; it is not while the database is away.
     *
     * @throws InvalidEvent if the message can't be read
     * @throws DataIntegrityViolationException if no database would take it
     */
    boolean take(ReceivedMessage message) {
        return stored(read(message));
    }

    /**
     * Returns the entry a message would become.
     *
     * @throws InvalidEvent if the message can't be read
     */
    InboxEntry read(ReceivedMessage message) {
        return mapping.apply(message);
    }

    private boolean stored(InboxEntry entry) {
        try {
            if (inbox.store(entry)) {
                metrics.received(entry.type());
            }
            return true;
        } catch (DataIntegrityViolationException e) {
            throw e;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("the inbox is out of reach; receiving waits: {}", e.toString());
            return false;
        }
    }
}
