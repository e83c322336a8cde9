package io.aifactory.provisioning.order;

import io.aifactory.contracts.access.Problem;

/** The same key came with two different orders. */
final class IdempotencyKeyReused extends Problem {

    private static final long serialVersionUID = 1L;

    IdempotencyKeyReused(ProjectOrderId order) {
        super(
                Kind.CONFLICT,
                "idempotency-key-reused",
                "the Idempotency-Key came before with a different order, " + order);
    }
}
