package io.aifactory.localbus.filter;

import java.math.BigDecimal;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A comparison operator: numbers by value whatever their type, text by its characters, anything else by being equal. */
enum Comparison {
    EQUAL("=", order -> order == 0),
    NOT_EQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    LESS_OR_EQUAL("<=", order -> order <= 0),
    GREATER(">", order -> order > 0),
    GREATER_OR_EQUAL(">=", order -> order >= 0);

    private final String symbol;
    private final IntPredicate accepts;

    Comparison(String symbol, IntPredicate accepts) {
        this.symbol = symbol;
        this.accepts = accepts;
    }

    static @Nullable Comparison of(String symbol) {
        if (symbol.equals("!=")) {
            return NOT_EQUAL;
        }
        for (Comparison comparison : values()) {
            if (comparison.symbol.equals(symbol)) {
                return comparison;
            }
        }
        return null;
    }

    /** Unknown when a side is missing or the two kinds of value have no order between them. */
    Truth test(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Truth.UNKNOWN;
        }
        if (left instanceof Number leftNumber && right instanceof Number rightNumber) {
            return order(Numbers.decimal(leftNumber), Numbers.decimal(rightNumber));
        }
        if (left instanceof Boolean && right instanceof Boolean) {
            return equality(left.equals(right));
        }
        if (left instanceof Number || right instanceof Number || left instanceof Boolean || right instanceof Boolean) {
            return Truth.UNKNOWN;
        }
        return order(left.toString(), right.toString());
    }

    private <T extends Comparable<T>> Truth order(T left, T right) {
        return Truth.of(accepts.test(left.compareTo(right)));
    }

    private Truth equality(boolean same) {
        return switch (this) {
            case EQUAL -> Truth.of(same);
            case NOT_EQUAL -> Truth.of(!same);
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Truth.UNKNOWN;
        };
    }

    /** Numbers of every AMQP type brought to one. */
    static final class Numbers {

        private Numbers() {}

        static BigDecimal decimal(Number number) {
            return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
        }
    }
}
