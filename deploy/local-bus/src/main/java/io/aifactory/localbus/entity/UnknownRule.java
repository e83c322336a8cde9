package io.aifactory.localbus.entity;

/** A rule is to be removed that is not there. */
public final class UnknownRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownRule(String rule, String subscription) {
        super("The rule '%s' could not be found in %s.".formatted(rule, subscription));
    }
}
