package io.aifactory.contracts.messaging;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A message of another system, in that system's own format, as it came in through the service's queue. Its application
 * properties are left behind on purpose: other systems put secrets there.
 *
 * @param queue the queue it came through
 * @param messageId the id its sender gave it
 * @param contentType what its sender says it is
 * @param body the body as it came
 */
public record QueueMessage(
        String queue, String messageId, @Nullable String contentType, byte[] body) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QueueMessage that && queue.equals(that.queue) && messageId.equals(that.messageId);
    }

    @Override
    public int hashCode() {
        return Arrays.asList(queue, messageId).hashCode();
    }

    @Override
    public String toString() {
        return "%s/%s (%d bytes)".formatted(queue, messageId, body.length);
    }
}
