package io.aifactory.contracts.messaging.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.deadletter.DeadLetterDetail;
import io.aifactory.contracts.messaging.deadletter.UnreadableReader;
import io.aifactory.contracts.messaging.inbox.InboxEntry;
import java.util.List;
import java.util.Map;

/** Reads a message, stored because it could not be read, as if it had just come over the bus. */
final class StoredMessageReader implements UnreadableReader {

    private static final String PREFIX = "dead-letter/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> ATTRIBUTES = new TypeReference<>() {};

    private final List<Reception> receptions;

    StoredMessageReader(List<Reception> receptions) {
        this.receptions = List.copyOf(receptions);
    }

    /** Returns the id under which a message that can't be read is stored: its own may be one that no database takes. */
    static String idOf(long sequenceNumber, String messageId) {
        return PREFIX + sequenceNumber + "/" + Text.printable(messageId);
    }

    @Override
    public InboxEntry read(DeadLetterDetail unreadable) throws Unreadable {
        String channel = unreadable.deadLetter().channel();
        Reception reception = receptions.stream()
                .filter(candidate -> candidate.isFrom(channel))
                .findFirst()
                .orElseThrow(() -> new Unreadable("nothing is received from %s any more".formatted(channel)));
        try {
            return reception.read(messageOf(unreadable));
        } catch (InvalidEvent | JsonProcessingException e) {
            throw new Unreadable(String.valueOf(e.getMessage()), e);
        }
    }

    private static ReceivedMessage messageOf(DeadLetterDetail unreadable) throws JsonProcessingException {
        String attributes = unreadable.attributes();
        return new ReceivedMessage(
                unreadable.messageId().replaceFirst("^" + PREFIX + "\\d+/", ""),
                unreadable.contentType(),
                attributes == null ? Map.of() : JSON.readValue(attributes, ATTRIBUTES),
                unreadable.content());
    }
}
