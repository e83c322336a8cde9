package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Entities;
import io.aifactory.localbus.store.GroupCommit;
import java.time.Clock;

/**
 * What every connection works on; all of it belongs to the one thread of the bus.
 *
 * @param maxMessageSize the largest message accepted, in bytes
 */
public record Bus(
        Entities entities, MessageCodec codec, GroupCommit commits, SharedKey key, Clock clock, int maxMessageSize) {}
