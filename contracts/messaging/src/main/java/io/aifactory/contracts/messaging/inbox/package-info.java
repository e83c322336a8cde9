/** What has arrived, who handles it, and what becomes of what fails. */
@NullMarked
package io.aifactory.contracts.messaging.inbox;

import org.jspecify.annotations.NullMarked;
