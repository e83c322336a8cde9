package io.aifactory.training.table;

import io.aifactory.contracts.model.CategoryText;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One column of a table. */
public sealed interface Column {

    String name();

    /** The value of a row as a text, null when it is missing. Whole numbers have no decimals. */
    @Nullable
    String text(int row);

    /** Numbers; NaN where a value is missing. */
    record Numbers(String name, double... values) implements Column {

        @Override
        public @Nullable String text(int row) {
            return Double.isNaN(values[row]) ? null : CategoryText.of(values[row]);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numbers that && name.equals(that.name) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + Arrays.hashCode(values);
        }
    }

    /** Texts; null where a value is missing. */
    record Texts(String name, @Nullable String... values) implements Column {

        @Override
        public @Nullable String text(int row) {
            return values[row];
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Texts that && name.equals(that.name) && Arrays.equals(values, that.values);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + Arrays.hashCode(values);
        }
    }

    /**
     * Values that no model here can read.
     *
     * @param name the column's name
     * @param type its type in the file
     */
    record Unreadable(String name, String type) implements Column {

        @Override
        public @Nullable String text(int row) {
            return null;
        }
    }
}
