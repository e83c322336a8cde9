package io.aifactory.contracts.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.contracts.messaging.deadletter.DeadLetterOutcome.StillDead;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about dead letters over HTTP. */
final class DeadLetterAnswers {

    private DeadLetterAnswers() {}

    /**
     * Some dead letters.
     *
     * @param total how many there are in all
     * @param next what to ask for the next page with, if there may be one
     */
    record Page(
            List<DeadLetter> deadLetters,
            long total,
            @Nullable Long next) {

        static Page of(List<DeadLetter> found, int limit, long total) {
            boolean full = found.size() == limit;
            return new Page(found, total, full ? found.get(limit - 1).seq() : null);
        }
    }

    /** One dead letter with all that is known of it. */
    record Detail(
            @JsonUnwrapped DeadLetter deadLetter,
            String messageId,
            @Nullable String contentType,
            @Nullable JsonNode attributes,
            Content content,
            List<DeadLetterAct> acts) {

        static Detail of(DeadLetterDetail detail) {
            return new Detail(
                    detail.deadLetter(),
                    detail.messageId(),
                    detail.contentType(),
                    Content.json(detail.attributes()),
                    Content.of(detail.content()),
                    detail.acts());
        }
    }

    /** What came of a resubmission. */
    record Resubmitted(
            int resubmitted,
            List<StillDead> stillDead,
            @Nullable Long next) {

        static Resubmitted of(DeadLetterOutcome outcome) {
            return new Resubmitted(outcome.done(), outcome.stillDead(), outcome.next());
        }
    }

    /** What came of discarding. */
    record Discarded(int discarded, @Nullable Long next) {

        static Discarded of(DeadLetterOutcome outcome) {
            return new Discarded(outcome.done(), outcome.next());
        }
    }
}
