package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.events.FactoryEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.QueueMessage;
import io.aifactory.contracts.messaging.tracing.TraceParent;
import io.cloudevents.CloudEvent;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message as it waits in the inbox.
 *
 * @param id the message's id, unique within its channel
 * @param channel where it came from: the topic or a queue
 * @param type the event's type, or {@link #FOREIGN} for a message of another system
 * @param partitionKey entries of the same key are handled one after the other
 * @param contentType what the sender says a foreign message is
 * @param content an event as structured JSON, a foreign message as it came
 * @param traceParent the place in a trace that a foreign message names; an event has it in its content
 */
public record InboxEntry(
        String id,
        String channel,
        String type,
        String partitionKey,
        @Nullable String contentType,
        byte[] content,
        @Nullable TraceParent traceParent) {

    /** The type of every message of another system. */
    public static final String FOREIGN = "foreign";

    /** The type of every message that could not be read. */
    public static final String UNREADABLE = "unreadable";

    /** Returns the entry of an event that came over the topic. */
    public static InboxEntry of(String topic, CloudEvent envelope, FactoryEvent event) {
        return new InboxEntry(
                envelope.getId(),
                topic,
                envelope.getType(),
                event.partitionKey(),
                null,
                Envelope.write(envelope),
                null);
    }

    /** Returns the entry of a foreign message. They promise no order among each other, so each is a partition of its own. */
    public static InboxEntry of(QueueMessage message, Optional<TraceParent> traceParent) {
        return new InboxEntry(
                message.messageId(),
                message.queue(),
                FOREIGN,
                message.queue() + "/" + message.messageId(),
                message.contentType(),
                message.body(),
                traceParent.orElse(null));
    }

    boolean isForeign() {
        return type.equals(FOREIGN);
    }

    QueueMessage asQueueMessage() {
        return new QueueMessage(channel, id, contentType, content);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof InboxEntry that && channel.equals(that.channel) && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(channel, id);
    }

    @Override
    public String toString() {
        return "%s %s".formatted(type, id);
    }
}
