package io.aifactory.promotion.promotion;

import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.promotion.comparison.GateResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last comparison found.
 *
 * @param champion the version it was compared with; absent if there was none
 * @param testSet the test set, for people; absent if there was none in common
 * @param comparison every metric that could be compared
 */
public record Verdict(@Nullable Integer champion, @Nullable String testSet, List<MetricComparison> comparison) {

    static final Verdict NONE = new Verdict(null, null, List.of());

    public Verdict {
        comparison = List.copyOf(comparison);
    }

    static Verdict of(GateResult result) {
        var testSet = result.testSet();
        return new Verdict(result.champion(), testSet == null ? null : testSet.toString(), result.comparison());
    }
}
