package io.aifactory.contracts.messaging;

import io.aifactory.contracts.events.FactoryEvent;
import io.cloudevents.CloudEvent;
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
 */
record InboxEntry(
        String id,
        String channel,
        String type,
        String partitionKey,
        @Nullable String contentType,
        byte[] content) {

    static final String FOREIGN = "foreign";

    static InboxEntry of(String topic, CloudEvent envelope, FactoryEvent event) {
        return new InboxEntry(
                envelope.getId(), topic, envelope.getType(), event.partitionKey(), null, Envelope.write(envelope));
    }

    /** Messages of other systems promise no order among each other, so each is a partition of its own. */
    static InboxEntry of(QueueMessage message) {
        return new InboxEntry(
                message.messageId(),
                message.queue(),
                FOREIGN,
                message.queue() + "/" + message.messageId(),
                message.contentType(),
                message.body());
    }

    boolean isForeign() {
        return type.equals(FOREIGN);
    }

    QueueMessage asQueueMessage() {
        return new QueueMessage(channel, id, contentType, content);
    }
}
