package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is shown to a receiver.
 *
 * @param payload the encoded message
 * @param lockToken by which it is settled; none when it was only looked at or is done with already
 * @param lockedUntil when the lock runs out
 */
@SuppressWarnings("ArrayRecordComponent") // handed from store to wire without a copy, compared by nobody
public record DeliveredMessage(
        StoredMessage message,
        byte[] payload,
        @Nullable UUID lockToken,
        @Nullable Instant lockedUntil) {}
