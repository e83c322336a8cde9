package io.aifactory.contracts.messaging.outbox;

import io.cloudevents.CloudEvent;
import java.util.List;

/** Puts events on the bus. */
public interface EventSender {

    /**
     * Sends events in the given order. Returns once the bus has accepted all of them; throws if it has not, or if
     * that is not known. Some may have been accepted then; sending all of them again does no harm, because an event's id tells
     * a repeat.
     */
    void send(List<CloudEvent> events);
}
