package io.aifactory.provisioning.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.TicketReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Where an order comes from.
 *
 * @param id the order's id, the same whenever the same order is sent
 * @param orderedBy who sent it
 * @param fingerprint tells whether what was sent is the same
 * @param ticket the ticket it comes with, if it does
 */
public record OrderSource(
        ProjectOrderId id,
        String orderedBy,
        String fingerprint,
        @Nullable TicketReference ticket) {

    /** Returns the fingerprint of what was sent. */
    public static String fingerprintOf(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static OrderSource of(String person, @Nullable String idempotencyKey, String content) {
        ProjectOrderId id = idempotencyKey == null || idempotencyKey.isBlank()
                ? ProjectOrderId.random()
                : ProjectOrderId.ofKey(person, idempotencyKey);
        return new OrderSource(id, person, fingerprintOf(content.getBytes(UTF_8)), null);
    }
}
