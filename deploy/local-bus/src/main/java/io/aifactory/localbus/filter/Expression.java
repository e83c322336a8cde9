package io.aifactory.localbus.filter;

import org.jspecify.annotations.Nullable;

/** A part of a filter that has a value; {@code null} stands for the unknown value of a missing property. */
sealed interface Expression {

    @Nullable
    Object value(MessageProperties properties);

    /** A literal. */
    record Constant(@Nullable Object constant) implements Expression {

        @Override
        public @Nullable Object value(MessageProperties properties) {
            return constant;
        }
    }

    /** A property of the system, in lower case. */
    record SystemProperty(String name) implements Expression {

        @Override
        public @Nullable Object value(MessageProperties properties) {
            return properties.system(name);
        }
    }

    /** A property the sender attached. */
    record ApplicationProperty(String name) implements Expression {

        @Override
        public @Nullable Object value(MessageProperties properties) {
            return properties.application().get(name);
        }
    }

    /** Two numbers and what to do with them. */
    record Calculation(Expression left, Arithmetic operator, Expression right) implements Expression {

        @Override
        public @Nullable Object value(MessageProperties properties) {
            return operator.apply(left.value(properties), right.value(properties));
        }
    }
}
