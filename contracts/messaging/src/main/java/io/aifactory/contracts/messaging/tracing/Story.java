package io.aifactory.contracts.messaging.tracing;

import java.util.Optional;

/**
 * What all events of a partition, and so of a project, belong to.
 *
 * @param correlationId the event that began it
 * @param traceParent where it began, if that was traced
 */
record Story(String correlationId, Optional<TraceParent> traceParent) {

    boolean isTraced() {
        return traceParent.isPresent();
    }
}
