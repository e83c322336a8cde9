package io.aifactory.localbus.amqp;

import org.apache.qpid.proton.engine.Delivery;

/** Our end of a link. */
interface LinkEndpoint {

    /** The other side has changed its credit. */
    default void onFlow() {}

    /** A delivery has arrived, or its state has changed. */
    default void onDelivery(Delivery delivery) {}

    /**
     * The link is gone.
     *
     * @param failed whether the connection broke, instead of the other side saying goodbye
     */
    default void onClosed(boolean failed) {}
}
