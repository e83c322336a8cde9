package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.ArrivedMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.Header;
import org.apache.qpid.proton.amqp.messaging.Properties;
import org.jspecify.annotations.Nullable;

/**
 * An encoded message, its head decoded and its body left alone.
 *
 * @param bareStart where the part begins that is passed on unchanged
 * @param propertiesEnd where the properties end, which are the first of that part, or would be
 * @param applicationStart where the application properties begin, or would
 * @param applicationEnd where they end
 */
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are never changed, compared by nobody
record EncodedMessage(
        byte[] bytes,
        @Nullable Header header,
        Map<Symbol, Object> annotations,
        @Nullable Properties properties,
        Map<String, Object> applicationProperties,
        int bareStart,
        int propertiesEnd,
        int applicationStart,
        int applicationEnd) {

    @Nullable
    String messageId() {
        return text(properties == null ? null : properties.getMessageId());
    }

    ArrivedMessage arrived() {
        return new ArrivedMessage(
                bytes,
                messageId(),
                properties == null ? null : properties.getGroupId(),
                timeToLive(),
                scheduledFor(),
                new WireProperties(properties, applicationProperties));
    }

    private @Nullable Duration timeToLive() {
        return header == null || header.getTtl() == null
                ? null
                : Duration.ofMillis(header.getTtl().longValue());
    }

    private @Nullable Instant scheduledFor() {
        Object time = annotations.get(Annotations.SCHEDULED_ENQUEUE_TIME);
        return time instanceof Date date ? date.toInstant() : null;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
