package io.aifactory.lake.sharing;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.InvalidName;
import java.util.UUID;

/**
 * Tells an offer to give back from all others, such as {@code bck-3f9a1c7e02bd}.
 *
 * @param value the id
 */
record ShareBackId(@JsonValue String value) {

    private static final String PREFIX = "bck-";
    private static final int DIGITS = 12;

    public ShareBackId {
        if (!value.matches(PREFIX + "[0-9a-f]{" + DIGITS + "}")) {
            throw new InvalidName("offer", value, "'bck-' and 12 hex digits");
        }
    }

    static ShareBackId next() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return new ShareBackId(PREFIX + digits.substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
