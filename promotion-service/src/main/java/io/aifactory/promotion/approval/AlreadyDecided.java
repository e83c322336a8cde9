package io.aifactory.promotion.approval;

import io.aifactory.contracts.access.Problem;
import io.aifactory.promotion.promotion.Promotion;
import io.aifactory.promotion.promotion.Ruling;
import org.jspecify.annotations.Nullable;

/** A promotion no longer waits for a decision. */
final class AlreadyDecided extends Problem {

    private static final long serialVersionUID = 1L;

    AlreadyDecided(Promotion promotion) {
        super(
                Kind.CONFLICT,
                "already-decided",
                "promotion %s is %s%s".formatted(promotion.id(), promotion.state(), by(promotion.ruling())));
    }

    private static String by(@Nullable Ruling ruling) {
        return ruling == null ? "" : ", decided by %s at %s".formatted(ruling.by(), ruling.at());
    }
}
