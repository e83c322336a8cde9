/** What waits to be sent, and who sends it. */
@NullMarked
package io.aifactory.contracts.messaging.outbox;

import org.jspecify.annotations.NullMarked;
