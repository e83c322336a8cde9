package io.aifactory.training.pipeline.azure;

import io.aifactory.contracts.messaging.Unprocessable;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The text of a message body: as it is, or out of the binary XML that .NET's DataContractSerializer makes of a string
 * unless it is told not to (records of [MC-NBFX]: an element {@code string} with a default namespace, and the text in
 * one or more Chars records).
 */
final class DataContractText {

    private static final int SHORT_ELEMENT = 0x40;
    private static final int SHORT_XMLNS = 0x08;
    private static final int END_ELEMENT = 0x01;
    private static final int EMPTY = 0xA8;
    private static final int CHARS_8 = 0x98;
    private static final int CHARS_16 = 0x9A;
    private static final int CHARS_32 = 0x9C;
    /** The lowest bit of a text record: the element ends with it. */
    private static final int WITH_END = 1;

    private DataContractText() {}

    static String of(byte[] body) {
        if (body.length == 0 || (body[0] & 0xff) != SHORT_ELEMENT) {
            return new String(body, StandardCharsets.UTF_8);
        }
        try {
            var bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
            skipElement(bytes);
            return text(bytes);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Unprocessable("The body begins like binary XML but ends within a record", e);
        }
    }

    private static void skipElement(ByteBuffer bytes) {
        bytes.get();
        skipName(bytes);
        if (bytes.hasRemaining() && next(bytes, bytes.position()) == SHORT_XMLNS) {
            bytes.get();
            skipName(bytes);
        }
    }

    private static String text(ByteBuffer bytes) {
        var text = new ByteArrayOutputStream();
        while (bytes.hasRemaining()) {
            int record = bytes.get() & 0xff;
            if (record == END_ELEMENT) {
                break;
            }
            int length = length(record & ~WITH_END, bytes);
            text.write(bytes.array(), bytes.position(), requireRemaining(bytes, length));
            bytes.position(bytes.position() + length);
            if ((record & WITH_END) != 0) {
                break;
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static int length(int record, ByteBuffer bytes) {
        return switch (record) {
            case CHARS_8 -> bytes.get() & 0xff;
            case CHARS_16 -> bytes.getShort() & 0xffff;
            case CHARS_32 -> bytes.getInt();
            case EMPTY -> 0;
            default ->
                throw new Unprocessable(
                        "The body is binary XML with a record 0x%02X that is no text".formatted(record));
        };
    }

    private static void skipName(ByteBuffer bytes) {
        int length = bytes.get() & 0xff;
        bytes.position(bytes.position() + requireRemaining(bytes, length));
    }

    private static int requireRemaining(ByteBuffer bytes, int length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private static int next(ByteBuffer bytes, int position) {
        return bytes.get(position) & 0xff;
    }
}
