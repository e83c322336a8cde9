package io.aifactory.localbus.filter;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** An operator between two numbers; a side that is no number makes the result unknown, and so does division by zero. */
enum Arithmetic {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY,
    MODULO;

    static @Nullable Arithmetic of(String symbol) {
        return switch (symbol) {
            case "+" -> PLUS;
            case "-" -> MINUS;
            case "*" -> TIMES;
            case "/" -> DIVIDED_BY;
            case "%" -> MODULO;
            default -> null;
        };
    }

    @Nullable
    Object apply(@Nullable Object left, @Nullable Object right) {
        if (!(left instanceof Number leftNumber) || !(right instanceof Number rightNumber)) {
            return null;
        }
        BigDecimal first = Comparison.Numbers.decimal(leftNumber);
        BigDecimal second = Comparison.Numbers.decimal(rightNumber);
        return switch (this) {
            case PLUS -> first.add(second);
            case MINUS -> first.subtract(second);
            case TIMES -> first.multiply(second);
            case DIVIDED_BY -> second.signum() == 0 ? null : first.divide(second, MathContext.DECIMAL64);
            case MODULO -> second.signum() == 0 ? null : first.remainder(second);
        };
    }
}
