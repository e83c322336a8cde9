package io.aifactory.provisioning.order;

import io.aifactory.contracts.access.Problem;
import java.util.List;

/** The order cannot be taken, for all the reasons it carries. */
public final class InvalidOrder extends Problem {

    private static final long serialVersionUID = 1L;

    InvalidOrder(List<String> reasons) {
        super(Kind.INVALID, "invalid-order", "the order cannot be taken: " + String.join("; ", reasons), reasons);
    }
}
