package io.aifactory.contracts.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that nobody could handle, or that was one and has been resubmitted or discarded.
 *
 * @param seq its number in this service, and its place in the order of arrival
 * @param status {@code DEAD}; {@code DISCARDED}; {@code WAITING} or {@code DONE} once it was resubmitted
 * @param type the event's type, {@code foreign} for a message of another system, {@code unreadable} for what is no message
 * @param channel where it came from: the topic or a queue
 * @param partition what it has to keep the order of: a project, or itself
 * @param group stands for its cause
 * @param errorType the exception, or the reason the bus gives
 * @param error what the exception says
 * @param errorPlace where in our own code it came from
 * @param traceId the trace of the last attempt
 */
public record DeadLetter(
        long seq,
        String status,
        String type,
        String channel,
        String partition,
        String group,
        @Nullable String errorType,
        @Nullable String error,
        @Nullable String errorPlace,
        @Nullable String traceId,
        int attempts,
        Instant receivedAt,
        @Nullable Instant firstFailedAt,
        @Nullable Instant lastFailedAt) {}
