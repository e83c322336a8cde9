package io.aifactory.lake.reconciliation;

/**
 * Brings something to the state it should have, from whatever state it is in. It may be stopped at any point and run again
 * from the start, so what is done already is not done twice. One runs at a time per kind and scope.
 */
public interface Reconciler {

    /** Returns what kind of work it does. */
    String kind();

    /** Does the work for the given scope. What fails for a passing reason is tried again when it throws. */
    void reconcile(String scope);
}
