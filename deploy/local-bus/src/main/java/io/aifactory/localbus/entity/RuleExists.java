package io.aifactory.localbus.entity;

/** A rule is added under a name that is taken. */
public final class RuleExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleExists(String rule, String subscription) {
        super("The rule '%s' exists already in %s.".formatted(rule, subscription));
    }
}
