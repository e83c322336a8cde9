package io.aifactory.training.automl;

import java.util.Comparator;

/** The order of classes: numbers by value, then texts by alphabet. */
final class ClassOrder {

    static final Comparator<String> NUMBERS_THEN_TEXTS =
            Comparator.comparingDouble(ClassOrder::number).thenComparing(Comparator.naturalOrder());

    private ClassOrder() {}

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
