package io.aifactory.localbus.entity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a message in one queue or subscription; its payload is kept once for all of them.
 *
 * @param sequence its number, rising in order of arrival over the whole bus
 * @param payload the number of its payload
 * @param enqueuedAt when it arrived, or became visible
 * @param scheduledFor when it becomes visible; only while {@link MessageState#SCHEDULED}
 * @param expiresAt after which it is not delivered any more
 * @param deliveryCount failed deliveries so far
 * @param deadLetter whether it lies in the dead-letter queue
 */
public record StoredMessage(
        long sequence,
        long payload,
        Instant enqueuedAt,
        @Nullable Instant scheduledFor,
        Instant expiresAt,
        int deliveryCount,
        MessageState state,
        boolean deadLetter,
        @Nullable String sessionId) {

    /** The expiry of what never expires. */
    public static final Instant NEVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    StoredMessage delivered(int count) {
        return new StoredMessage(
                sequence, payload, enqueuedAt, scheduledFor, expiresAt, count, state, deadLetter, sessionId);
    }

    StoredMessage deferred() {
        return new StoredMessage(
                sequence,
                payload,
                enqueuedAt,
                null,
                expiresAt,
                deliveryCount,
                MessageState.DEFERRED,
                deadLetter,
                sessionId);
    }

    StoredMessage visible(long newSequence, Instant now) {
        return new StoredMessage(
                newSequence, payload, now, null, expiresAt, deliveryCount, MessageState.ACTIVE, deadLetter, sessionId);
    }

    StoredMessage asDeadLetter() {
        return new StoredMessage(
                sequence, payload, enqueuedAt, null, NEVER, deliveryCount, MessageState.ACTIVE, true, sessionId);
    }

    StoredMessage withPayload(long newPayload) {
        return new StoredMessage(
                sequence, newPayload, enqueuedAt, scheduledFor, expiresAt, deliveryCount, state, deadLetter, sessionId);
    }
}
