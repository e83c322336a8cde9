package io.aifactory.localbus.filter;

import java.util.List;
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
