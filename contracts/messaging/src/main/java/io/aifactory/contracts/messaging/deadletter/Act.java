package io.aifactory.contracts.messaging.deadletter;

import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import java.util.List;

/** What can be done to a batch of dead letters, by one person. */
interface Act {

    /** Does it to those that are still dead, each once and for all or not at all. */
    Done to(List<DeadLetter> batch);

    /**
     * What came of it.
     *
     * @param letters those it was done to
     * @param stillDead those it could not be done to
     */
    record Done(List<Letter> letters, List<StillDead> stillDead) {

        static final Done NOTHING = new Done(List.of(), List.of());
    }

    /** A dead letter something was done to. */
    record Letter(long seq, String type) {}
}
