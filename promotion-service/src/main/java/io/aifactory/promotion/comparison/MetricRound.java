package io.aifactory.promotion.comparison;

import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares two scorings on the same test set metric by metric, and collects what speaks against the challenger. */
final class MetricRound {

    private final MlType mlType;
    private final Scoring challenger;
    private final @Nullable Scoring champion;
    private final List<MetricComparison> comparison = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    MetricRound(MlType mlType, Scoring challenger, @Nullable Scoring champion) {
        this.mlType = mlType;
        this.challenger = challenger;
        this.champion = champion;
    }

    List<MetricComparison> comparison() {
        return comparison;
    }

    List<String> reasons() {
        return reasons;
    }

    void play(MetricWeight step) {
        Optional<Metric> metric = usableMetric(step);
        Optional<Double> own = usableValue(step.metric(), challenger);
        if (champion == null) {
            if (metric.isPresent() && own.isPresent()) {
                comparison.add(new MetricComparison(step.metric(), own.get(), null, step.weight(), true));
            }
            return;
        }
        Optional<Double> other = usableValue(step.metric(), champion);
        if (metric.isPresent() && own.isPresent() && other.isPresent()) {
            compare(metric.get(), step.weight(), own.get(), other.get(), champion.version());
        }
    }

    private void compare(Metric metric, double weight, double own, double other, int championVersion) {
        boolean passed = metric.advantage(own, other).compareTo(BigDecimal.valueOf(weight)) > 0;
        comparison.add(new MetricComparison(metric.label(), own, other, weight, passed));
        if (!passed) {
            reasons.add("%s %s is not %s than %s of version %d%s"
                    .formatted(
                            metric.label(),
                            own,
                            metric.higherIsBetter() ? "higher" : "lower",
                            other,
                            championVersion,
                            margin(weight)));
        }
    }

    private static String margin(double weight) {
        if (weight == 0) {
            return "";
        }
        return weight > 0
                ? " by more than %s".formatted(weight)
                : ", nor worse by less than %s"
                        .formatted(BigDecimal.valueOf(weight).negate());
    }

    private Optional<Metric> usableMetric(MetricWeight step) {
        if (!Double.isFinite(step.weight())) {
            reasons.add("the weight of %s is not a number".formatted(step.metric()));
            return Optional.empty();
        }
        Optional<Metric> metric = Metric.find(step.metric());
        if (metric.isEmpty()) {
            reasons.add("there is no metric '%s'".formatted(step.metric()));
        } else if (metric.get().mlType() != mlType) {
            reasons.add("%s is a metric of %s, not of %s"
                    .formatted(step.metric(), metric.get().mlType(), mlType));
            return Optional.empty();
        }
        return metric;
    }

    private Optional<Double> usableValue(String metric, Scoring scoring) {
        Double value = scoring.metrics().get(metric);
        if (value == null) {
            reasons.add("version %d has no %s on %s".formatted(scoring.version(), metric, scoring.testSet()));
            return Optional.empty();
        }
        if (!Double.isFinite(value)) {
            reasons.add(
                    "%s of version %d on %s is not a number".formatted(metric, scoring.version(), scoring.testSet()));
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
