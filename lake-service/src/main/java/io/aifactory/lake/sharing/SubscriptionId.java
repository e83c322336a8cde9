package io.aifactory.lake.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.InvalidName;
import java.util.UUID;

/**
 * Tells a subscription from all others, such as {@code sub-3f9a1c7e02bd}.
 *
 * @param value the id
 */
record SubscriptionId(@JsonValue String value) {

    private static final String PREFIX = "sub-";
    private static final int DIGITS = 12;

    public SubscriptionId {
        if (!value.matches(PREFIX + "[0-9a-f]{" + DIGITS + "}")) {
            throw new InvalidName("subscription", value, "'sub-' and 12 hex digits");
        }
    }

    static SubscriptionId next() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return new SubscriptionId(PREFIX + digits.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
