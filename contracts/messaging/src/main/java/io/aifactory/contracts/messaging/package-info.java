/** How an event travels: through the outbox of one service, over Service Bus, into the inbox of another. */
@NullMarked
package io.aifactory.contracts.messaging;

import org.jspecify.annotations.NullMarked;
