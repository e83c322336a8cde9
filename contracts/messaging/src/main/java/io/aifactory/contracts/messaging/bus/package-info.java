/** The wire: CloudEvents over Service Bus, taken off the bus into the inbox, watched over. */
@NullMarked
package io.aifactory.contracts.messaging.bus;

import org.jspecify.annotations.NullMarked;
