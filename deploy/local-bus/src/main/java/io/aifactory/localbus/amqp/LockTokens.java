package io.aifactory.localbus.amqp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** Lock tokens travel as delivery tags: 16 bytes in the order .NET writes a GUID, its first three groups reversed. */
final class LockTokens {

    private static final int BYTES = 16;

    private LockTokens() {}

    static byte[] deliveryTag(UUID token) {
        long high = token.getMostSignificantBits();
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(token.getLeastSignificantBits())
                .array();
    }
}
