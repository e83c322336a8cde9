package io.aifactory.contracts.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did about a dead letter.
 *
 * @param act {@code RESUBMITTED} or {@code DISCARDED}
 * @param person who did it
 * @param reason why, for what was discarded
 */
public record DeadLetterAct(
        String act, String person, @Nullable String reason, Instant at) {}
