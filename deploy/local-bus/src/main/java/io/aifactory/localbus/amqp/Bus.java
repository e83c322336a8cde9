package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Entities;
import io.aifactory.localbus.store.GroupCommit;
import java.time.Clock;

/**
 * What every connection works on; all of it belongs to the one thread of the bus.
 *
 * @param gate says whether anything may be sent at the moment
 * @param limits how much is taken
 */
public record Bus(
        Entities entities,
        MessageCodec codec,
        GroupCommit commits,
        SendGate gate,
        SharedKey key,
        Clock clock,
        Limits limits) {}
