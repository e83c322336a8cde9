package io.aifactory.contracts.messaging.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Dead letters of one cause: the same type, the same exception, the same place in our code.
 *
 * @param group stands for the cause, in every service for the same
 * @param first when one of them failed for the first time
 * @param last when one of them failed last
 * @param example the oldest of them
 * @param exampleError what its exception says
 */
public record DeadLetterGroup(
        String group,
        String type,
        @Nullable String errorType,
        @Nullable String errorPlace,
        long count,
        @Nullable Instant first,
        @Nullable Instant last,
        long example,
        @Nullable String exampleError) {}
