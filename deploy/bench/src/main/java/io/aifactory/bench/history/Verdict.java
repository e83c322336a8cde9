package io.aifactory.bench.history;

import io.aifactory.bench.history.Violation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the checker found.
 *
 * @param events how many events were checked
 * @param violations every broken promise
 */
public record Verdict(long events, List<Violation> violations) {

    private static final int SHOWN = 10;

    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Returns whether every promise was kept. */
    public boolean good() {
        return violations.isEmpty();
    }

    /** Returns how often a promise was broken. */
    public long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    /** Returns the first violations of each kind, one a line, for people. */
    public List<String> examples() {
        return Arrays.stream(Kind.values()).flatMap(this::examples).toList();
    }

    private Stream<String> examples(Kind kind) {
        return violations.stream()
                .filter(violation -> violation.kind() == kind)
                .limit(SHOWN)
                .map(violation -> "%s: %s".formatted(kind, violation.what()));
    }

    /** Returns the last line of a run. */
    public String summary(int faults) {
        return "faults survived %d, events checked %d, lost %d, ghosts %d, doubled %d, out of order %d"
                .formatted(
                        faults,
                        events,
                        count(Kind.LOST),
                        count(Kind.GHOST),
                        count(Kind.DOUBLED),
                        count(Kind.OUT_OF_ORDER));
    }
}
