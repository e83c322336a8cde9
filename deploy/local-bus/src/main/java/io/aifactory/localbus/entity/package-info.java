/** Queues, topics and subscriptions: what happens to a message from its arrival to its completion, without a wire. */
@NullMarked
package io.aifactory.localbus.entity;

import org.jspecify.annotations.NullMarked;
