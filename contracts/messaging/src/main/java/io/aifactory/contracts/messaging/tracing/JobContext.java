package io.aifactory.contracts.messaging.tracing;

import io.aifactory.contracts.messaging.EventContext;
import java.util.Optional;

/**
 * What a job was scheduled for.
 *
 * @param event the event that was being handled, if it was one
 * @param traceParent where in its trace that was
 */
record JobContext(Optional<EventContext> event, Optional<TraceParent> traceParent) {

    boolean isEmpty() {
        return event.isEmpty() && traceParent.isEmpty();
    }
}
