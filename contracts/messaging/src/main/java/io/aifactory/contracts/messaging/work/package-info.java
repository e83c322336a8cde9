/** Threads that work as long as there is work, and what wakes them. */
@NullMarked
package io.aifactory.contracts.messaging.work;

import org.jspecify.annotations.NullMarked;
