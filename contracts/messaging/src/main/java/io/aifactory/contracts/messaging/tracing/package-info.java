/** Traces and stories: what joins the events of a project across outbox, bus, inbox and jobs. */
@NullMarked
package io.aifactory.contracts.messaging.tracing;

import org.jspecify.annotations.NullMarked;
