package io.aifactory.localbus.store;

import io.aifactory.localbus.entity.MessageLog.SeenId;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.StringDataType;

/** Writes a message id that was seen, with its number and time. */
final class SeenIdType extends BasicDataType<SeenId> {

    private static final int FIXED_BYTES = 64;

    @Override
    public int getMemory(SeenId seen) {
        return FIXED_BYTES + 2 * seen.messageId().length();
    }

    @Override
    public void write(WriteBuffer buffer, SeenId seen) {
        buffer.putLong(seen.number()).putLong(seen.at().toEpochMilli());
        StringDataType.INSTANCE.write(buffer, seen.messageId());
    }

    @Override
    public SeenId read(ByteBuffer buffer) {
        long number = buffer.getLong();
        Instant at = Instant.ofEpochMilli(buffer.getLong());
        return new SeenId(number, StringDataType.INSTANCE.read(buffer), at);
    }

    @Override
    public SeenId[] createStorage(int size) {
        return new SeenId[size];
    }
}
