package io.aifactory.lake.master;

import io.aifactory.contracts.access.Problem;

/** There is no such table in master. */
final class MasterTableNotFound extends Problem {

    private static final long serialVersionUID = 1L;

    MasterTableNotFound(MasterTableId table) {
        super(Kind.NOT_FOUND, "master-table-not-found", "there is no table %s".formatted(table));
    }
}
