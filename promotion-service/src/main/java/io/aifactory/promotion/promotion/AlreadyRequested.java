package io.aifactory.promotion.promotion;

import io.aifactory.contracts.access.Problem;

/** The same version is on its way to the same environment. */
final class AlreadyRequested extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyRequested(Promotion open) {
        super(
                Kind.CONFLICT,
                "already-requested",
                "version %d is on its way to %s already: promotion %s is %s"
                        .formatted(open.step().version(), open.step().to(), open.id(), open.state()));
    }
}
