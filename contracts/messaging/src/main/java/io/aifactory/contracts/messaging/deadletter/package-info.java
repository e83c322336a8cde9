/** What nobody could handle: found, understood, resubmitted or discarded by people. */
@NullMarked
package io.aifactory.contracts.messaging.deadletter;

import org.jspecify.annotations.NullMarked;
