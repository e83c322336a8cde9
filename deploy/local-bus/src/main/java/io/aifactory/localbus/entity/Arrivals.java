package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.QueueProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a queue makes of a message that arrives: from when and until when it is there. */
record Arrivals(QueueProperties properties) {

    StoredMessage arrival(long sequence, ArrivedMessage arrived, Instant now) {
        Instant appearance = arrived.scheduledFor();
        return appearance == null || !appearance.isAfter(now)
                ? arrival(sequence, arrived, now, null, MessageState.ACTIVE)
                : arrival(sequence, arrived, appearance, appearance, MessageState.SCHEDULED);
    }

    private StoredMessage arrival(
            long sequence, ArrivedMessage arrived, Instant from, @Nullable Instant scheduledFor, MessageState state) {
        return new StoredMessage(
                sequence, sequence, from, scheduledFor, end(from, arrived), 0, state, false, arrived.sessionId());
    }

    private Instant end(Instant from, ArrivedMessage arrived) {
        Duration wanted = arrived.timeToLive();
        Duration most = properties.timeToLive();
        Duration life = wanted == null || wanted.compareTo(most) > 0 ? most : wanted;
        return life.compareTo(QueueProperties.FOR_EVER) >= 0 ? StoredMessage.NEVER : from.plus(life);
    }
}
