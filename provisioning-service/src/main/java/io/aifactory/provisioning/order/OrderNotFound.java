package io.aifactory.provisioning.order;

import io.aifactory.contracts.access.Problem;

/** There is no such order, or none that the caller may know of. */
final class OrderNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    OrderNotFound(String what) {
        super(Kind.NOT_FOUND, "order-not-found", "there is no order " + what);
    }
}
