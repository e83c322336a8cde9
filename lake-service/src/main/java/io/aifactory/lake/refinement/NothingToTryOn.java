package io.aifactory.lake.refinement;

import io.aifactory.contracts.access.Problem;
import io.aifactory.lake.dataset.TableId;

/** There is no data yet that a query could be tried on. */
final class NothingToTryOn extends Problem {

    private static final long serialVersionUID = 1L;

    NothingToTryOn(TableId table) {
        super(Kind.CONFLICT, "nothing-to-try-on", "there is no data for %s yet; hand in a file first".formatted(table));
    }
}
