package io.aifactory.localbus.filter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A part of a filter that is true, false or unknown. */
sealed interface Predicate {

    Truth test(MessageProperties properties);

    /** Both hold. */
    record And(Predicate left, Predicate right) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return left.test(properties).and(right.test(properties));
        }
    }

    /** At least one holds. */
    record Or(Predicate left, Predicate right) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return left.test(properties).or(right.test(properties));
        }
    }

    /** The opposite; what is unknown stays unknown. */
    record Not(Predicate negated) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return negated.test(properties).not();
        }
    }

    /** Two values side by side. */
    record Compare(Expression left, Comparison comparison, Expression right) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return comparison.test(left.value(properties), right.value(properties));
        }
    }

    /** One of several values; unknown when none equals and one of them is unknown. */
    record In(Expression value, List<Expression> options) implements Predicate {

        /** The same, quicker where the options are nothing but texts. */
        static Predicate of(Expression value, List<Expression> options) {
            Set<Object> texts = new HashSet<>();
            for (Expression option : options) {
                if (!(option instanceof Expression.Constant constant)
                        || !(constant.constant() instanceof String text)) {
                    return new In(value, options);
                }
                texts.add(text);
            }
            return new OneOf(value, Set.copyOf(texts), new In(value, options));
        }

        @Override
        public Truth test(MessageProperties properties) {
            Object actual = value.value(properties);
            Truth found = Truth.FALSE;
            for (Expression option : options) {
                found = found.or(Comparison.EQUAL.test(actual, option.value(properties)));
            }
            return found;
        }
    }

    /** One of several texts; what is no text itself is left to the general case. */
    record OneOf(Expression value, Set<Object> texts, In general) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            Object actual = value.value(properties);
            return actual instanceof String ? Truth.of(texts.contains(actual)) : general.test(properties);
        }
    }

    /** Text of a given shape. */
    record Like(Expression value, Pattern pattern) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            Object actual = value.value(properties);
            return actual instanceof CharSequence text
                    ? Truth.of(pattern.matcher(text).matches())
                    : Truth.UNKNOWN;
        }
    }

    /** No such property, or one without a value. */
    record IsNull(Expression property) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return Truth.of(property.value(properties) == null);
        }
    }

    /** A value that is a truth value by itself. */
    record Holds(Expression value) implements Predicate {

        @Override
        public Truth test(MessageProperties properties) {
            return value.value(properties) instanceof Boolean truth ? Truth.of(truth) : Truth.UNKNOWN;
        }
    }
}
