package io.aifactory.localbus.entity;

/**
 * How many messages a queue or subscription holds.
 *
 * @param entity its name, for a subscription {@code topic/subscriptions/name}
 * @param active waiting or locked
 * @param scheduled not visible yet
 * @param deferred set aside
 * @param deadLetters in its dead-letter queue
 */
public record EntityCounts(String entity, int active, int scheduled, int deferred, int deadLetters) {}
