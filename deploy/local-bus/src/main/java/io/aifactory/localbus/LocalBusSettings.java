package io.aifactory.localbus;

import io.aifactory.localbus.amqp.Limits;
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
 * @param limits how much it takes
 * @param clock tells the time for locks, expiry, schedules and tokens
 * @param alone whether the process is its own: then it takes nothing more when the heap is nearly full
 */
public record LocalBusSettings(
        Topology topology, Path data, int port, SharedKey key, Limits limits, Clock clock, boolean alone) {

    /** The key used where none is given: it protects nothing and says so. */
    public static final SharedKey OPEN_KEY =
            new SharedKey("RootManageSharedAccessKey", "local-bus-key-without-a-secret");

    /** A bus on any free port with the {@link #OPEN_KEY} and the {@link Limits#DEFAULT} limits. */
    public static LocalBusSettings of(Path config, Path data) {
        return new LocalBusSettings(Topology.read(config), data, 0, OPEN_KEY, Limits.DEFAULT, Clock.systemUTC(), false);
    }

    public LocalBusSettings withPort(int other) {
        return new LocalBusSettings(topology, data, other, key, limits, clock, alone);
    }

    public LocalBusSettings withKey(SharedKey other) {
        return new LocalBusSettings(topology, data, port, other, limits, clock, alone);
    }

    public LocalBusSettings withClock(Clock other) {
        return new LocalBusSettings(topology, data, port, key, limits, other, alone);
    }

    public LocalBusSettings withLimits(Limits other) {
        return new LocalBusSettings(topology, data, port, key, other, clock, alone);
    }

    /** For a process that is nothing but the bus. */
    public LocalBusSettings inAProcessOfItsOwn() {
        return new LocalBusSettings(topology, data, port, key, limits, clock, true);
    }

    public LocalBusSettings withMaxMessageSize(int bytes) {
        return withLimits(limits.withMaxMessageSize(bytes));
    }
}
