package io.aifactory.localbus;

import io.aifactory.localbus.amqp.SharedKey;
import io.aifactory.localbus.topology.Topology;
import java.nio.file.Path;
import java.time.Clock;

/**
 * What a bus is started with.
 *
 * @param topology its entities
 * @param data the directory of its message log; created when missing, used by one bus at a time
 * @param port the port to listen on, 0 for any free one
 * @param key the key clients sign their tokens with
 * @param maxMessageSize the largest message accepted, in bytes
 * @param clock tells the time for locks, expiry, schedules and tokens
 */
public record LocalBusSettings(Topology topology, Path data, int port, SharedKey key, int maxMessageSize, Clock clock) {

    /** The key used where none is given: it protects nothing and says so. */
    public static final SharedKey OPEN_KEY =
            new SharedKey("RootManageSharedAccessKey", "local-bus-key-without-a-secret");

    static final int ONE_MEGABYTE = 1024 * 1024;

    /** A bus on any free port with the {@link #OPEN_KEY}, for messages of up to 1 MB. */
    public static LocalBusSettings of(Path config, Path data) {
        return new LocalBusSettings(Topology.read(config), data, 0, OPEN_KEY, ONE_MEGABYTE, Clock.systemUTC());
    }

    public LocalBusSettings withPort(int other) {
        return new LocalBusSettings(topology, data, other, key, maxMessageSize, clock);
    }

    public LocalBusSettings withKey(SharedKey other) {
        return new LocalBusSettings(topology, data, port, other, maxMessageSize, clock);
    }

    public LocalBusSettings withClock(Clock other) {
        return new LocalBusSettings(topology, data, port, key, maxMessageSize, other);
    }

    public LocalBusSettings withMaxMessageSize(int bytes) {
        return new LocalBusSettings(topology, data, port, key, bytes, clock);
    }
}
