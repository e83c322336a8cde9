package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.ArrivedMessage;
import io.aifactory.localbus.entity.DeliveredMessage;
import io.aifactory.localbus.entity.MessageState;
import io.aifactory.localbus.entity.PayloadEditor;
import io.aifactory.localbus.entity.StoredMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedInteger;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;

/** Takes messages apart and puts them together again without touching their bodies. For one thread only. */
public final class MessageCodec implements PayloadEditor {

    private static final int HEAD_BYTES = 1024;
    private static final int BYTES_PER_CHARACTER = 8;

    private final DecoderImpl decoder = new DecoderImpl();
    private final EncoderImpl encoder = new EncoderImpl(decoder);

    public MessageCodec() {
        AMQPDefinedTypes.registerAllTypes(decoder, encoder);
    }

    /** A message as it was sent; one without an id is given one, as Service Bus does. */
    ArrivedMessage arrived(byte[] bytes) {
        EncodedMessage message = read(bytes);
        return message.messageId() == null ? read(identified(message)).arrived() : message.arrived();
    }

    private byte[] identified(EncodedMessage message) {
        Properties properties = message.properties() == null ? new Properties() : new Properties(message.properties());
        properties.setMessageId(UUID.randomUUID().toString().replace("-", ""));
        byte[] bytes = message.bytes();
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + 2 * bytes.length);
        buffer.put(bytes, 0, message.bareStart());
        encoder.setByteBuffer(buffer);
        encoder.writeObject(properties);
        buffer.put(bytes, message.propertiesEnd(), bytes.length - message.propertiesEnd());
        return written(buffer);
    }

    EncodedMessage read(byte[] bytes) {
        try {
            return new SectionReader(decoder, bytes).read();
        } catch (MalformedMessage malformed) {
            throw malformed;
        } catch (RuntimeException undecodable) {
            throw new MalformedMessage(undecodable);
        }
    }

    /** The messages of a batch: each data section holds one. */
    List<byte[]> unbatch(byte[] batch) {
        EncodedMessage envelope = read(batch);
        ByteBuffer rest = ByteBuffer.wrap(batch);
        rest.position(envelope.applicationEnd());
        List<byte[]> messages = new ArrayList<>();
        decoder.setByteBuffer(rest);
        while (rest.hasRemaining()) {
            if (!(decoder.readObject() instanceof Data data)) {
                throw new MalformedMessage("A batch holds something else than messages");
            }
            messages.add(copy(data.getValue()));
        }
        return messages;
    }

    private static byte[] copy(Binary binary) {
        byte[] bytes = new byte[binary.getLength()];
        System.arraycopy(binary.getArray(), binary.getArrayOffset(), bytes, 0, bytes.length);
        return bytes;
    }

    /** The message as a receiver gets it, with a header and the annotations of the bus. */
    byte[] encode(DeliveredMessage delivered) {
        EncodedMessage message = new SectionReader(decoder, delivered.payload()).readHead();
        Header header = message.header() == null ? new Header() : new Header(message.header());
        header.setDurable(true);
        header.setDeliveryCount(UnsignedInteger.valueOf(delivered.message().deliveryCount()));
        ByteBuffer buffer = ByteBuffer.allocate(HEAD_BYTES + delivered.payload().length);
        encoder.setByteBuffer(buffer);
        encoder.writeObject(header);
        encoder.writeObject(new MessageAnnotations(annotations(message, delivered)));
        buffer.put(message.bytes(), message.bareStart(), message.bytes().length - message.bareStart());
        return written(buffer);
    }

    private static Map<Symbol, Object> annotations(EncodedMessage message, DeliveredMessage delivered) {
        StoredMessage stored = delivered.message();
        Map<Symbol, Object> annotations = new LinkedHashMap<>(message.annotations());
        annotations.put(Annotations.SEQUENCE_NUMBER, stored.sequence());
        annotations.put(Annotations.ENQUEUE_SEQUENCE_NUMBER, stored.sequence());
        annotations.put(Annotations.ENQUEUED_TIME, Date.from(stored.enqueuedAt()));
        annotations.put(Annotations.MESSAGE_STATE, wire(stored.state()));
        if (delivered.lockedUntil() != null) {
            annotations.put(Annotations.LOCKED_UNTIL, Date.from(delivered.lockedUntil()));
        }
        if (stored.scheduledFor() != null) {
            annotations.put(Annotations.SCHEDULED_ENQUEUE_TIME, Date.from(stored.scheduledFor()));
        }
        return annotations;
    }

    private static int wire(MessageState state) {
        return switch (state) {
            case ACTIVE -> 0;
            case DEFERRED -> 1;
            case SCHEDULED -> 2;
        };
    }

    @Override
    public byte[] withApplicationProperties(byte[] payload, Map<String, Object> properties) {
        EncodedMessage message = read(payload);
        Map<String, Object> all = new LinkedHashMap<>(message.applicationProperties());
        all.putAll(properties);
        ByteBuffer buffer =
                ByteBuffer.allocate(HEAD_BYTES + payload.length + BYTES_PER_CHARACTER * characters(properties));
        buffer.put(payload, 0, message.applicationStart());
        encoder.setByteBuffer(buffer);
        encoder.writeObject(new ApplicationProperties(all));
        buffer.put(payload, message.applicationEnd(), payload.length - message.applicationEnd());
        return written(buffer);
    }

    private static int characters(Map<String, Object> properties) {
        return properties.toString().length();
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }
}
