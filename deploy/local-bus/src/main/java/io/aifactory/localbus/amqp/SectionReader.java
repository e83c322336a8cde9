package io.aifactory.localbus.amqp;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.MessageAnnotations;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.jspecify.annotations.Nullable;

/** Reads the sections in front of a message's body one after the other and notes where they lie. */
final class SectionReader {

    private static final int PROPERTIES = 0x73;
    private static final int APPLICATION_PROPERTIES = 0x74;
    private static final int DATA = 0x75;
    private static final int SMALL_DESCRIPTOR = 0x53;
    private static final int LARGE_DESCRIPTOR = 0x80;

    private final DecoderImpl decoder;
    private final ByteBuffer buffer;
    private final byte[] bytes;

    private @Nullable Header header;
    private @Nullable Properties properties;
    private Map<Symbol, Object> annotations = new LinkedHashMap<>();
    private Map<String, Object> applicationProperties = new LinkedHashMap<>();
    private int bareStart = -1;
    private int propertiesEnd = -1;
    private int applicationStart = -1;
    private int applicationEnd = -1;

    SectionReader(DecoderImpl decoder, byte[] bytes) {
        this.decoder = decoder;
        this.bytes = bytes;
        this.buffer = ByteBuffer.wrap(bytes);
    }

    /** Everything in front of the body. */
    EncodedMessage read() {
        return readUpTo(DATA);
    }

    /** Only what the bus itself writes for each receiver. */
    EncodedMessage readHead() {
        return readUpTo(PROPERTIES);
    }

    private EncodedMessage readUpTo(int end) {
        decoder.setByteBuffer(buffer);
        while (buffer.hasRemaining() && descriptor(buffer) < end) {
            section(descriptor(buffer));
        }
        int bodyStart = buffer.position();
        return new EncodedMessage(
                bytes,
                header,
                annotations,
                properties,
                applicationProperties,
                bareStart < 0 ? bodyStart : bareStart,
                propertiesEnd < 0 ? (bareStart < 0 ? bodyStart : bareStart) : propertiesEnd,
                applicationStart < 0 ? bodyStart : applicationStart,
                applicationEnd < 0 ? bodyStart : applicationEnd);
    }

    private void section(int descriptor) {
        int start = buffer.position();
        keep(decoder.readObject());
        if (descriptor >= PROPERTIES && bareStart < 0) {
            bareStart = start;
        }
        if (descriptor == PROPERTIES) {
            propertiesEnd = buffer.position();
        }
        if (descriptor == APPLICATION_PROPERTIES) {
            applicationStart = start;
            applicationEnd = buffer.position();
        }
    }

    private void keep(Object section) {
        if (section instanceof Header found) {
            header = found;
        } else if (section instanceof MessageAnnotations found && found.getValue() != null) {
            annotations = found.getValue();
        } else if (section instanceof Properties found) {
            properties = found;
        } else if (section instanceof ApplicationProperties found && found.getValue() != null) {
            applicationProperties = found.getValue();
        }
    }

    /** The code of the section that starts at the buffer's position. */
    static int descriptor(ByteBuffer buffer) {
        int start = buffer.position();
        if (buffer.remaining() < 3 || buffer.get(start) != 0) {
            throw new MalformedMessage("No section starts at byte %d of the message".formatted(start));
        }
        int encoding = buffer.get(start + 1) & 0xff;
        if (encoding == SMALL_DESCRIPTOR) {
            return buffer.get(start + 2) & 0xff;
        }
        if (encoding == LARGE_DESCRIPTOR && buffer.remaining() >= 10) {
            return (int) buffer.getLong(start + 2);
        }
        throw new MalformedMessage("The section at byte %d of the message has no known descriptor".formatted(start));
    }
}
