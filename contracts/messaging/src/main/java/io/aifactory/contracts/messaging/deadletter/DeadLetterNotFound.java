package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.access.Problem;

/** There is no such dead letter, or none that the caller may see. */
final class DeadLetterNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    DeadLetterNotFound(long seq) {
        super(Kind.NOT_FOUND, "dead-letter-not-found", "there is no dead letter %d".formatted(seq));
    }
}
