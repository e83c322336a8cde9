package io.aifactory.training.testscoring;

import io.aifactory.contracts.events.MlType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A measure of how good a model is on a test set. The label is its name in events, settings and files. */
public enum Metric {
    /**
     * Area under the ROC curve: the share of pairs of a row of the class and a row of another that the probability puts
     * into the right order, ties half. With two classes of the second one; with more, each against the rest, weighted by
     * how often the class occurs (scikit-learn: {@code roc_auc_score(multi_class="ovr", average="weighted")}).
     */
    AUC("auc", MlType.CLASSIFICATION, true),
    /** Share of rows whose most probable class is the right one. */
    ACCURACY("accuracy", MlType.CLASSIFICATION, true),
    /** TP / (TP + FP) of each class (0 when it is never predicted), weighted by how often the class occurs. */
    PRECISION("precision", MlType.CLASSIFICATION, true),
    /** TP / (TP + FN) of each class, weighted by how often the class occurs. */
    RECALL("recall", MlType.CLASSIFICATION, true),
    /** Harmonic mean of precision and recall of each class, weighted by how often the class occurs. */
    F1("f1", MlType.CLASSIFICATION, true),
    /**
     * Matthews correlation of predicted and true classes, in Gorodkin's form for any number of classes: (c·s - Σ p·t) /
     * sqrt((s² - Σ p²)(s² - Σ t²)), 0 when that is undefined.
     */
    MATTHEWS("matthews", MlType.CLASSIFICATION, true),
    /** Mean of -ln of the probability of the true class, probabilities kept within 2.2e-16 of 0 and 1. */
    LOG_LOSS("log_loss", MlType.CLASSIFICATION, false),
    /** Square root of the mean squared error. */
    RMSE("rmse", MlType.REGRESSION, false),
    /** Mean absolute error. */
    MAE("mae", MlType.REGRESSION, false),
    /** Mean of |error| / |actual| over the rows whose actual value is not 0; a fraction, not percent. */
    MAPE("mape", MlType.REGRESSION, false),
    /** 1 - Σ error² / Σ (actual - mean)². */
    R2("r2", MlType.REGRESSION, true),
    /** Pearson correlation of the ranks of predicted and actual values, ties with their mean rank. */
    SPEARMAN("spearman", MlType.REGRESSION, true);

    private final String label;
    private final MlType mlType;
    private final boolean higherIsBetter;

    Metric(String label, MlType mlType, boolean higherIsBetter) {
        this.label = label;
        this.mlType = mlType;
        this.higherIsBetter = higherIsBetter;
    }

    /** Its name in events, settings and files. */
    public String label() {
        return label;
    }

    public MlType mlType() {
        return mlType;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    /** Whether the first value is strictly better than the second. */
    public boolean isBetter(double first, double second) {
        return higherIsBetter ? first > second : first < second;
    }

    /** A value that every other is better than. */
    public double worst() {
        return higherIsBetter ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    public static Optional<Metric> of(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label.equals(label))
                .findFirst();
    }

    /** The metrics for models of a type. */
    public static List<Metric> of(MlType mlType) {
        return Arrays.stream(values()).filter(metric -> metric.mlType == mlType).toList();
    }

    @Override
    public String toString() {
        return label;
    }
}
