package io.aifactory.contracts.messaging;

import io.aifactory.contracts.events.FactoryEvent;

/**
 * The only way an event leaves a service.
 *
 * <p>An event published here is sent if, and only if, the surrounding transaction commits; it is sent at least once,
 * after the commit, and in commit order among the events of its project. Publishing an event again, as told by its
 * {@linkplain FactoryEvent#businessKey() business key}, changes nothing.
 */
public interface Outbox {

    /**
     * Publishes an event with the transaction that changes the state it speaks of.
     *
     * @throws IllegalStateException if there is no transaction
     * @throws EventTooLarge if the event would not fit into a message
     */
    void publish(FactoryEvent event);
}
