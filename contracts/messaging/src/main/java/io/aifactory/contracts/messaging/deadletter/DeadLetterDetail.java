package io.aifactory.contracts.messaging.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a dead letter.
 *
 * @param messageId the id its sender gave it
 * @param contentType what its sender says it is
 * @param attributes the CloudEvents attributes of one that could not be read, as JSON
 * @param content what is in it
 * @param acts what people did about it, the first first
 */
public record DeadLetterDetail(
        DeadLetter deadLetter,
        String messageId,
        @Nullable String contentType,
        @Nullable String attributes,
        byte[] content,
        List<DeadLetterAct> acts) {

    public DeadLetterDetail {
        acts = List.copyOf(acts);
    }
}
