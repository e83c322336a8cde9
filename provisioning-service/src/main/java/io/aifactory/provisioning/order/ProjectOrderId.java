package io.aifactory.provisioning.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aifactory.contracts.events.InvalidName;
import java.util.UUID;

/**
 * Names an order. What must not become two orders has one id from the start.
 *
 * @param value the id
 */
public record ProjectOrderId(UUID value) {

    /** Returns the id of the order that the given ticket stands for, however often it comes. */
    public static ProjectOrderId ofTicket(String system, String instance, String recordId) {
        return derived("ticket|%s|%s|%s".formatted(system, instance, recordId));
    }

    /** Returns the id of the order that the given person gives under the given key, however often it is sent. */
    static ProjectOrderId ofKey(String person, String idempotencyKey) {
        return derived("key|%s|%s".formatted(person, idempotencyKey));
    }

    static ProjectOrderId random() {
        return new ProjectOrderId(UUID.randomUUID());
    }

    /**
     * Returns the id that {@link #toString} printed.
     *
     * @throws InvalidName if it is none
     */
    public static ProjectOrderId of(String text) {
        try {
            return new ProjectOrderId(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            throw new InvalidName("order", text, "an order's id");
        }
    }

    private static ProjectOrderId derived(String key) {
        return new ProjectOrderId(UUID.nameUUIDFromBytes(key.getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
