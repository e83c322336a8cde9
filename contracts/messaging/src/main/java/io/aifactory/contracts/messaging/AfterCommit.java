package io.aifactory.contracts.messaging;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may only be done once others see what the transaction under way has changed. */
public final class AfterCommit {

    private AfterCommit() {}

    /** Runs something after the commit, at once if there is no transaction, and not at all if it is rolled back. */
    public static void run(Runnable work) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            work.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }
}
