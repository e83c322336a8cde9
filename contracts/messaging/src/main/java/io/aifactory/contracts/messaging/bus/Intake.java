package io.aifactory.contracts.messaging.bus;

import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.inbox.GroupStore;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.dao.DataIntegrityViolationException;

/** Brings messages from the bus into the inbox. */
final class Intake {

    private static final long PATIENCE_SECONDS = 5;

    private final Function<ReceivedMessage, InboxEntry> mapping;
    private final GroupStore inbox;
    private final MessageMetrics metrics;

    Intake(Function<ReceivedMessage, InboxEntry> mapping, GroupStore inbox, MessageMetrics metrics) {
        this.mapping = mapping;
        this.inbox = inbox;
        this.metrics = metrics;
    }

    /**
     * Stores a message after those that were taken before it.
     *
     * @return done as soon as it is stored, which takes as long as the database is away; fails with a
     *     {@link DataIntegrityViolationException} if no database would take it
     * @throws InvalidEvent if the message can't be read
     */
    CompletableFuture<Void> take(ReceivedMessage message) {
        InboxEntry entry = read(message);
        return inbox.store(entry).thenAccept(isNew -> {
            if (isNew) {
                metrics.received(entry.type());
            }
        });
    }

    /**
     * Stores a message, and returns whether that was possible within some seconds; it is not while the database is away.
     *
     * @throws InvalidEvent if the message can't be read
     * @throws DataIntegrityViolationException if no database would take it
     */
    boolean takesAtOnce(ReceivedMessage message) {
        try {
            take(message).orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
            return true;
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                return false;
            }
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /**
     * Returns the entry a message would become.
     *
     * @throws InvalidEvent if the message can't be read
     */
    InboxEntry read(ReceivedMessage message) {
        return mapping.apply(message);
    }

    /** Returns whether messages wait because the database is away. */
    boolean isHeldUp() {
        return inbox.isOutOfReach();
    }
}
