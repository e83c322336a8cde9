package io.aifactory.lake.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.InvalidName;
import java.util.UUID;

/**
 * Tells a share from all others, such as {@code shr-3f9a1c7e02bd}.
 *
 * @param value the id
 */
record ShareId(@JsonValue String value) {

    private static final String PREFIX = "shr-";
    private static final int DIGITS = 12;

    public ShareId {
        if (!value.matches(PREFIX + "[0-9a-f]{" + DIGITS + "}")) {
            throw new InvalidName("share", value, "'shr-' and 12 hex digits");
        }
    }

    static ShareId next() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return new ShareId(PREFIX + digits.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
