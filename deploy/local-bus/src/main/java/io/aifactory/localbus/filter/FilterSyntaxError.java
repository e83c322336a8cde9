package io.aifactory.localbus.filter;

/** A SQL filter cannot be read; the message shows what was expected and where. */
public final class FilterSyntaxError extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    FilterSyntaxError(String reason, String expression, int position) {
        super("%s at position %d of: %s".formatted(reason, position + 1, expression));
    }
}
