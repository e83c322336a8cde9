/** Where a service's metrics go. */
@NullMarked
package io.aifactory.contracts.messaging.metrics;

import org.jspecify.annotations.NullMarked;
