package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exclusive right to settle a message.
 *
 * @param owner who gets nothing more to do with it once gone; none for a deferred message
 */
record Lock(
        UUID token,
        StoredMessage message,
        Instant until,
        @Nullable Consumer owner) {

    Lock renewed(Instant newEnd) {
        return new Lock(token, message, newEnd, owner);
    }
}
