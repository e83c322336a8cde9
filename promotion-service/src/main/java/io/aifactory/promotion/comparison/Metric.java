package io.aifactory.promotion.comparison;

import io.aifactory.contracts.events.MlType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The metrics that models are compared in, and which way is up in each of them. */
enum Metric {
    /** Area under the ROC curve. */
    AUC(MlType.CLASSIFICATION, true),
    /** Share of right answers. */
    ACCURACY(MlType.CLASSIFICATION, true),
    /** Harmonic mean of precision and recall. */
    F1(MlType.CLASSIFICATION, true),
    /** Share of the found that is right. */
    PRECISION(MlType.CLASSIFICATION, true),
    /** Share of the right that is found. */
    RECALL(MlType.CLASSIFICATION, true),
    /** Matthews' correlation coefficient. */
    MATTHEWS(MlType.CLASSIFICATION, true),
    /** Negative mean log-likelihood. */
    LOG_LOSS(MlType.CLASSIFICATION, false),
    /** Root of the mean squared error. */
    RMSE(MlType.REGRESSION, false),
    /** Mean absolute error. */
    MAE(MlType.REGRESSION, false),
    /** Mean absolute percentage error. */
    MAPE(MlType.REGRESSION, false),
    /** Coefficient of determination. */
    R2(MlType.REGRESSION, true),
    /** Spearman's rank correlation. */
    SPEARMAN(MlType.REGRESSION, true);

    private final MlType mlType;
    private final boolean higherIsBetter;

    Metric(MlType mlType, boolean higherIsBetter) {
        this.mlType = mlType;
        this.higherIsBetter = higherIsBetter;
    }

    static Optional<Metric> find(String name) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(name))
                .findFirst();
    }

    /** Returns the metric's name as it stands in settings and events. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what kind of model it measures. */
    MlType mlType() {
        return mlType;
    }

    /** Returns whether a model with a higher value is the better one. */
    boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Returns by how much the challenger is better, in decimal arithmetic; negative if it is worse. */
    BigDecimal advantage(double challenger, double champion) {
        BigDecimal difference = BigDecimal.valueOf(challenger).subtract(BigDecimal.valueOf(champion));
        return higherIsBetter ? difference : difference.negate();
    }
}
