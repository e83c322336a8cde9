package io.aifactory.localbus.entity;

import org.jspecify.annotations.Nullable;

/** Somebody who receives from a queue or subscription. */
public interface Consumer {

    /** Whether one more message may be delivered now. */
    boolean wantsMore();

    /** Whether a delivered message is done with at once, without a lock. */
    boolean settlesOnDelivery();

    /** Takes a message; called only after {@link #wantsMore()} said so. */
    void deliver(DeliveredMessage message);

    /** The session this consumer has accepted, if its queue has sessions. */
    default @Nullable String session() {
        return null;
    }
}
