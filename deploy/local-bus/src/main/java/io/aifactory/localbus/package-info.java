/** The local bus: a durable AMQP 1.0 endpoint that the Service Bus client takes for Service Bus. */
@NullMarked
package io.aifactory.localbus;

import org.jspecify.annotations.NullMarked;
