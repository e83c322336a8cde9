package io.aifactory.promotion.comparison;

import io.aifactory.contracts.events.MetricComparison;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate said. */
public sealed interface GateResult {

    /** Returns the version that was challenged; absent if there is no champion yet. */
    @Nullable
    Integer champion();

    /** Returns the test set both were compared on; absent if there was none. */
    @Nullable
    TestSet testSet();

    /** Returns every metric that could be compared, in the order of the settings. */
    List<MetricComparison> comparison();

    /**
     * The challenger may go on.
     *
     * @param champion the version that was challenged
     * @param testSet the test set both were compared on
     * @param comparison every metric
     */
    record Passed(@Nullable Integer champion, TestSet testSet, List<MetricComparison> comparison)
            implements GateResult {

        public Passed {
            comparison = List.copyOf(comparison);
        }
    }

    /**
     * The challenger may not go on.
     *
     * @param champion the version that was challenged
     * @param testSet the test set both were compared on
     * @param comparison every metric that could be compared
     * @param reasons why, every reason
     */
    record Failed(
            @Nullable Integer champion,
            @Nullable TestSet testSet,
            List<MetricComparison> comparison,
            List<String> reasons)
            implements GateResult {

        public Failed {
            comparison = List.copyOf(comparison);
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a failed comparison has a reason");
            }
        }
    }
}
