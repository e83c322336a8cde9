package io.aifactory.contracts.model.onnx;

import io.aifactory.contracts.model.ModelRefused;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Walks through the fields of one Protocol Buffers message. */
final class ProtoReader {

    private static final int LENGTH_DELIMITED = 2;

    private final ByteBuffer bytes;
    private int field;
    private int wireType;

    ProtoReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next field; the one before must have been read or skipped. */
    boolean next() {
        if (!bytes.hasRemaining()) {
            return false;
        }
        long tag = varint();
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        return true;
    }

    int field() {
        return field;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(delimited()).toString();
    }

    ProtoReader message() {
        return new ProtoReader(delimited());
    }

    ByteBuffer delimited() {
        return take(varint());
    }

    /** Adds the integers of a repeated field, which may be packed into one or not. */
    void addIntegers(List<String> values) {
        if (wireType != LENGTH_DELIMITED) {
            values.add(Long.toString(varint()));
            return;
        }
        var packed = message();
        while (packed.bytes.hasRemaining()) {
            values.add(Long.toString(packed.varint()));
        }
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = take(1).get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new ModelRefused("The ONNX file has a number of more than 64 bits");
    }

    void skip() {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> take(8);
            case 2 -> delimited();
            case 5 -> take(4);
            default -> throw new ModelRefused("The ONNX file has a field of unknown wire type " + wireType);
        }
    }

    private ByteBuffer take(long length) {
        if (length < 0 || length > bytes.remaining()) {
            throw new ModelRefused("The ONNX file ends within a field");
        }
        var taken = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return taken;
    }
}
