package io.aifactory.training.testscoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected numbers are those of scikit-learn 1.9.1 (averages weighted) and scipy 1.17.1 for the same rows. */
class ScoredRowsTests {

    @Test
    void measuresTwoClassesAsScikitLearn() {
        var second = new double[] {.2, .7, .4, .4, .9, .65, .3, .55, .1, .6};
        var labels = new int[] {0, 1, 1, 0, 1, 0, 1, 1, 0, 1};

        var metrics = ScoredRows.classification(pairs(second), labels).metrics();

        assertClose(
                metrics,
                Map.of(
                        "auc",
                        0.7708333333333333,
                        "accuracy",
                        0.7,
                        "precision",
                        0.72,
                        "recall",
                        0.7,
                        "f1",
                        0.7030303030303029,
                        "matthews",
                        0.408248290463863,
                        "log_loss",
                        0.5580113435554964));
    }

    @Test
    void measuresThreeClassesAsScikitLearn() {
        var scores = new double[][] {
            {.7, .2, .1},
            {.3, .4, .3},
            {.1, .3, .6},
            {.5, .2, .3},
            {.2, .7, .1},
            {.4, .35, .25},
            {.05, .15, .8},
            {.25, .3, .45}
        };
        var labels = new int[] {0, 1, 2, 2, 1, 0, 2, 1};

        var metrics = ScoredRows.classification(scores, labels).metrics();

        assertClose(
                metrics,
                Map.of(
                        "auc", 0.9041666666666666,
                        "accuracy", 0.75,
                        "precision", 0.7916666666666666,
                        "recall", 0.75,
                        "f1", 0.75,
                        "matthews", 0.6428571428571429,
                        "log_loss", 0.710980766919731));
    }

    @Test
    void measuresRegressionAsScikitLearn() {
        var predicted = column(2.5, 0.1, 2.3, 3, 3.9, 2);
        var actual = new double[] {3, -0.5, 2, 7, 4.2, 2};

        var metrics = ScoredRows.regression(predicted, actual).metrics();

        assertClose(
                metrics,
                Map.of(
                        "rmse",
                        1.672821967016614,
                        "mae",
                        0.95,
                        "mape",
                        0.3599206349206349,
                        "r2",
                        0.46992896606156287,
                        "spearman",
                        0.9276336570439174));
    }

    @Test
    void leavesRowsWithActualZeroOutOfMape() {
        var rows = ScoredRows.regression(column(1, 9), new double[] {0, 10});

        assertThat(rows.metric(Metric.MAPE).orElseThrow()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void hasNoValueForMetricsThatAreUndefined() {
        assertThat(ScoredRows.regression(column(1, 2), new double[] {0, 0}).metrics())
                .containsOnlyKeys("rmse", "mae");
        assertThat(ScoredRows.classification(pairs(.2, .6), new int[] {1, 1}).metrics())
                .doesNotContainKey("auc")
                .containsKey("log_loss");
    }

    @Test
    void keepsLogLossFiniteWhenTheTrueClassHasNoProbability() {
        var rows = ScoredRows.classification(pairs(0, 1), new int[] {1, 0});

        assertThat(rows.metric(Metric.LOG_LOSS).orElseThrow()).isCloseTo(36.04365338911715, within(1e-9));
    }

    @Test
    void refusesNoRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoredRows.regression(new double[0][], new double[0]))
                .withMessage("There are 0 scores for 0 rows");
    }

    private static void assertClose(Map<String, Double> metrics, Map<String, Double> expected) {
        assertThat(metrics).containsOnlyKeys(expected.keySet());
        expected.forEach((name, value) -> assertThat(metrics.get(name)).as(name).isCloseTo(value, within(1e-9)));
    }

    private static double[][] pairs(double... second) {
        return Arrays.stream(second).mapToObj(p -> new double[] {1 - p, p}).toArray(double[][]::new);
    }

    private static double[][] column(double... values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }
}
