package io.aifactory.localbus.amqp;

import java.time.Duration;

/**
 * How much the bus takes.
 *
 * @param maxMessageSize the largest message accepted, in bytes
 * @param maxWaitingBytes how much may wait for the disk before senders are told that the bus is busy
 * @param minFreeDisk how many bytes the disk keeps free; with less, senders are told that the bus is busy
 * @param idleTimeout after which a connection is given up that says nothing, not even that it is there
 */
public record Limits(int maxMessageSize, long maxWaitingBytes, long minFreeDisk, Duration idleTimeout) {

    private static final int MEGABYTE = 1024 * 1024;

    /** Messages of 1 MB, 16 MB on the way to the disk, 64 MB of the disk left free, connections silent for a minute. */
    public static final Limits DEFAULT = new Limits(MEGABYTE, 16L * MEGABYTE, 64L * MEGABYTE, Duration.ofMinutes(1));

    public Limits withMaxMessageSize(int bytes) {
        return new Limits(bytes, maxWaitingBytes, minFreeDisk, idleTimeout);
    }

    public Limits withMaxWaitingBytes(long bytes) {
        return new Limits(maxMessageSize, bytes, minFreeDisk, idleTimeout);
    }

    public Limits withMinFreeDisk(long bytes) {
        return new Limits(maxMessageSize, maxWaitingBytes, bytes, idleTimeout);
    }

    public Limits withIdleTimeout(Duration timeout) {
        return new Limits(maxMessageSize, maxWaitingBytes, minFreeDisk, timeout);
    }
}
