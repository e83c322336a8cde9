package io.aifactory.promotion.promotion;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.InvalidName;
import java.util.UUID;

/**
 * Names a promotion, for instance {@code prm-3f9a1c7e02bd}.
 *
 * @param value the name
 */
public record PromotionId(@JsonValue String value) {

    private static final int DIGITS = 12;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromotionId {
        if (!value.matches("prm-[0-9a-f]{%d}".formatted(DIGITS))) {
            throw new InvalidName(
                    "promotion", value, "'prm-' and %d hexadecimal digits, such as prm-3f9a1c7e02bd".formatted(DIGITS));
        }
    }

    static PromotionId random() {
        return new PromotionId(
                "prm-" + UUID.randomUUID().toString().replace("-", "").substring(0, DIGITS));
    }

    @Override
    public String toString() {
        return value;
    }
}
