package io.aifactory.contracts.model;

/** How a number is written when it names a category or a class: 3 for 3.0, 2.5 for 2.5. */
public final class CategoryText {

    private CategoryText() {}

    public static String of(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
