package io.aifactory.contracts.messaging.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act.
 *
 * @param done how many it was done to; what was not dead any more does not count
 * @param stillDead those that still can't be read
 * @param next where to go on, if there may be more
 */
public record DeadLetterOutcome(
        int done, List<StillDead> stillDead, @Nullable Long next) {

    public DeadLetterOutcome {
        stillDead = List.copyOf(stillDead);
    }

    /**
     * A dead letter that could not be resubmitted.
     *
     * @param reason why it can't be read
     */
    public record StillDead(long seq, String reason) {}
}
