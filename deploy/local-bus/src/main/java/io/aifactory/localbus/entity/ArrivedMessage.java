package io.aifactory.localbus.entity;

import io.aifactory.localbus.filter.MessageProperties;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way in: the payload as it came and the facts that decide what becomes of it.
 *
 * @param payload the encoded message; never changed
 * @param messageId by which repeats are found
 * @param sessionId the session it belongs to
 * @param timeToLive how long the sender wants it to wait at most
 * @param scheduledFor when it is to become visible
 * @param properties what filters look at
 */
@SuppressWarnings("ArrayRecordComponent") // handed from wire to store without a copy, compared by nobody
public record ArrivedMessage(
        byte[] payload,
        @Nullable String messageId,
        @Nullable String sessionId,
        @Nullable Duration timeToLive,
        @Nullable Instant scheduledFor,
        MessageProperties properties) {

    ArrivedMessage scheduledFor(Instant time) {
        return new ArrivedMessage(payload, messageId, sessionId, timeToLive, time, properties);
    }
}
