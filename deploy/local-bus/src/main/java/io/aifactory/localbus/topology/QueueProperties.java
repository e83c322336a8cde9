package io.aifactory.localbus.topology;

import java.time.Duration;

/**
 * How a queue or subscription treats its messages.
 *
 * @param lockDuration how long a receiver has a message, or a session, to itself
 * @param maxDeliveryCount deliveries without completion after which a message is a dead letter
 * @param timeToLive the longest a message waits
 * @param deadLettersExpired whether an expired message becomes a dead letter; otherwise it is dropped
 * @param requiresSession whether only receivers of a session get messages
 */
public record QueueProperties(
        Duration lockDuration,
        int maxDeliveryCount,
        Duration timeToLive,
        boolean deadLettersExpired,
        boolean requiresSession) {

    /** As long a wait as can be asked for; what has that long never expires. */
    public static final Duration FOR_EVER = Duration.ofDays(3650);

    /** The same with another longest wait. */
    public QueueProperties withTimeToLive(Duration other) {
        return new QueueProperties(lockDuration, maxDeliveryCount, other, deadLettersExpired, requiresSession);
    }

    /** The same for everybody who receives. */
    public QueueProperties withoutSessions() {
        return new QueueProperties(lockDuration, maxDeliveryCount, timeToLive, deadLettersExpired, false);
    }
}
