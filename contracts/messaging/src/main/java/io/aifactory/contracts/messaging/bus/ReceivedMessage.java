package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came over the bus. It is read from the client's message and not from the framework's, which takes
 * structured CloudEvents apart before anybody sees them.
 *
 * @param messageId the id its sender gave it, or one derived from its body
 * @param contentType what its sender says it is
 * @param properties its application properties
 * @param body its body
 */
record ReceivedMessage(String messageId, @Nullable String contentType, Map<String, Object> properties, byte[] body) {

    static ReceivedMessage of(ServiceBusReceivedMessage message) {
        byte[] body = message.getBody().toBytes();
        @Nullable String id = message.getMessageId();
        return new ReceivedMessage(
                id == null ? UUID.nameUUIDFromBytes(body).toString() : id,
                message.getContentType(),
                message.getApplicationProperties(),
                body);
    }
}
