package io.aifactory.bench.history;

import java.util.List;

/** Looks for broken promises in a history. */
public final class Checker {

    private static final List<Promise> PROMISES = List.of(
            new NothingIsLost(),
            new NoGhosts(),
            new EachEffectOnce(),
            new OrderPerProject(),
            new DeadLettersAreForPoison(),
            new NothingIsLeft());

    private Checker() {}

    /** Returns what was found; a verdict without violations means that every promise was kept. */
    public static Verdict check(History history) {
        List<Violation> violations = PROMISES.stream()
                .flatMap(promise -> promise.violations(history))
                .toList();
        return new Verdict(history.sent().count(), violations);
    }
}
