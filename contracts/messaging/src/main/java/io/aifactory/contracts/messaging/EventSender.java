package io.aifactory.contracts.messaging;

import io.cloudevents.CloudEvent;

/** Puts an event on the bus. */
interface EventSender {

    /** Returns once the bus has accepted the event; throws if it has not, or if that is not known. */
    void send(CloudEvent event);
}
