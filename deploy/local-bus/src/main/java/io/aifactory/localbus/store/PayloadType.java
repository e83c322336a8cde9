package io.aifactory.localbus.store;

import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Writes bytes as they are. */
final class PayloadType extends BasicDataType<byte[]> {

    private static final int OVERHEAD = 24;

    @Override
    public int getMemory(byte[] payload) {
        return OVERHEAD + payload.length;
    }

    @Override
    public void write(WriteBuffer buffer, byte[] payload) {
        buffer.putVarInt(payload.length).put(payload);
    }

    @Override
    public byte[] read(ByteBuffer buffer) {
        byte[] payload = new byte[DataUtils.readVarInt(buffer)];
        buffer.get(payload);
        return payload;
    }

    @Override
    public byte[][] createStorage(int size) {
        return new byte[size][];
    }
}
