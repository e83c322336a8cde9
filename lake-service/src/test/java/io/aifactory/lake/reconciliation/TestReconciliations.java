package io.aifactory.lake.reconciliation;

import io.aifactory.lake.ServiceDatabase;

/** Gives tests of other features the way to ask for work. */
public final class TestReconciliations {

    private TestReconciliations() {}

    /** Returns the way to ask for work in the given database. */
    public static Reconciliations in(ServiceDatabase database) {
        return new Reconciliations(new Requests(database.client()), database.scheduler(), database.clock());
    }
}
