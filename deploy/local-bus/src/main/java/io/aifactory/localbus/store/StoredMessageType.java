package io.aifactory.localbus.store;

import io.aifactory.localbus.entity.MessageState;
import io.aifactory.localbus.entity.StoredMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Writes a message without its payload; times are kept in milliseconds. */
final class StoredMessageType extends BasicDataType<StoredMessage> {

    private static final byte LAYOUT = 1;
    private static final int FIXED_BYTES = 64;

    @Override
    public int getMemory(StoredMessage message) {
        String sessionId = message.sessionId();
        return FIXED_BYTES + (sessionId == null ? 0 : 2 * sessionId.length());
    }

    @Override
    public void write(WriteBuffer buffer, StoredMessage message) {
        buffer.put(LAYOUT)
                .putLong(message.sequence())
                .putLong(message.payload())
                .putLong(message.enqueuedAt().toEpochMilli())
                .putLong(millis(message.scheduledFor()))
                .putLong(message.expiresAt().toEpochMilli())
                .putInt(message.deliveryCount())
                .put((byte) message.state().ordinal())
                .put((byte) (message.deadLetter() ? 1 : 0));
        byte[] sessionId = bytes(message.sessionId());
        buffer.putShort((short) sessionId.length).put(sessionId);
    }

    @Override
    public StoredMessage read(ByteBuffer buffer) {
        byte layout = buffer.get();
        if (layout != LAYOUT) {
            throw new IllegalStateException("Unknown layout %d of a stored message".formatted(layout));
        }
        return new StoredMessage(
                buffer.getLong(),
                buffer.getLong(),
                Instant.ofEpochMilli(buffer.getLong()),
                instant(buffer.getLong()),
                Instant.ofEpochMilli(buffer.getLong()),
                buffer.getInt(),
                MessageState.values()[buffer.get()],
                buffer.get() == 1,
                text(buffer));
    }

    @Override
    public StoredMessage[] createStorage(int size) {
        return new StoredMessage[size];
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? Long.MIN_VALUE : instant.toEpochMilli();
    }

    private static @Nullable Instant instant(long millis) {
        return millis == Long.MIN_VALUE ? null : Instant.ofEpochMilli(millis);
    }

    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable String text(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getShort()];
        buffer.get(bytes);
        return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
