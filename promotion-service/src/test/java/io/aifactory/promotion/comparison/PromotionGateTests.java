package io.aifactory.promotion.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.MetricComparison;
import io.aifactory.contracts.events.MetricWeight;
import io.aifactory.contracts.events.MlType;
import io.aifactory.contracts.events.ModelName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for {@link PromotionGate}. */
class PromotionGateTests {

    private static final ModelName REGRESSION = new ModelName("11_diabetes_model_reg");
    private static final ModelName CLASSIFICATION = new ModelName("12_breast_cancer_model_clas");

    @ParameterizedTest
    @CsvSource({
        // metric, challenger, champion, weight, passes
        "rmse, 53.9, 54.0, 0, true",
        "rmse, 54.0, 54.0, 0, false",
        "rmse, 54.1, 54.0, 0, false",
        "rmse, 53.0, 54.0, 1, false",
        "rmse, 52.9, 54.0, 1, true",
        "rmse, 54.9, 54.0, -1, true",
        "rmse, 55.0, 54.0, -1, false",
        "mae, 40, 41, 0.5, true",
        "mape, 0.31, 0.30, -0.02, true",
        "r2, 0.48, 0.47, 0, true",
        "r2, 0.47, 0.47, 0, false",
        "r2, 0.46, 0.47, -0.02, true",
        "r2, 0.45, 0.47, -0.02, false",
        "spearman, 0.70, 0.69, 0.01, false",
    })
    void comparesInTheMetricsOwnDirection(
            String metric, double challenger, double champion, double weight, boolean passes) {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight(metric, weight)))
                .challenger(Map.of(metric, challenger))
                .champion(Map.of(metric, champion))
                .contest());

        assertThat(result instanceof GateResult.Passed).isEqualTo(passes);
        assertThat(result.comparison())
                .containsExactly(new MetricComparison(metric, challenger, champion, weight, passes));
    }

    @ParameterizedTest
    @CsvSource({
        "auc, 0.8762, 0.8562, 0.02, false",
        "auc, 0.8763, 0.8562, 0.02, true",
        "log_loss, 0.1, 0.3, 0.2, false",
        "log_loss, 0.09, 0.3, 0.2, true",
    })
    void decimalMarginsAreExact(String metric, double challenger, double champion, double weight, boolean passes) {
        var result = PromotionGate.judge(classification(List.of(new MetricWeight(metric, weight)))
                .challenger(Map.of(metric, challenger))
                .champion(Map.of(metric, champion))
                .contest());

        assertThat(result instanceof GateResult.Passed).isEqualTo(passes);
    }

    @ParameterizedTest
    @EnumSource(Metric.class)
    void equalIsNotBetterInAnyMetric(Metric metric) {
        var bout = metric.mlType() == MlType.REGRESSION
                ? regression(List.of(new MetricWeight(metric.label(), 0)))
                : classification(List.of(new MetricWeight(metric.label(), 0)));

        var result = PromotionGate.judge(bout.challenger(Map.of(metric.label(), 0.5))
                .champion(Map.of(metric.label(), 0.5))
                .contest());

        assertThat(result).isInstanceOf(GateResult.Failed.class);
    }

    @Test
    void oneFailingMetricIsEnoughAndEveryMetricIsListed() {
        var result = PromotionGate.judge(
                regression(List.of(new MetricWeight("rmse", 0), new MetricWeight("r2", 0), new MetricWeight("mae", 0)))
                        .challenger(Map.of("rmse", 60.0, "r2", 0.5, "mae", 50.0))
                        .champion(Map.of("rmse", 54.0, "r2", 0.4, "mae", 43.0))
                        .contest());

        assertThat(result.comparison()).extracting(MetricComparison::passed).containsExactly(false, true, false);
        assertThat(reasons(result))
                .containsExactly(
                        "rmse 60.0 is not lower than 54.0 of version 1",
                        "mae 50.0 is not lower than 43.0 of version 1");
    }

    @Test
    void firstModelPassesWithoutChampion() {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", 3)))
                .challenger(Map.of("rmse", 54.0))
                .contest());

        assertThat(result).isInstanceOf(GateResult.Passed.class);
        assertThat(result.champion()).isNull();
        assertThat(result.comparison()).containsExactly(new MetricComparison("rmse", 54.0, null, 3, true));
    }

    @Test
    void firstModelNeedsItsMetricsToo() {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", 0), new MetricWeight("r2", 0)))
                .challenger(Map.of("rmse", Double.NaN))
                .contest());

        assertThat(reasons(result))
                .containsExactly(
                        "rmse of version 2 on gold_test version 1 of dev is not a number",
                        "version 2 has no r2 on gold_test version 1 of dev");
    }

    @Test
    void failsWithoutWeights() {
        var result = PromotionGate.judge(
                regression(List.of()).challenger(Map.of("rmse", 1.0)).contest());

        assertThat(reasons(result)).containsExactly("the settings name no metric to compare");
    }

    @Test
    void failsOnUnknownMetric() {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("Matthews_promote_weight2", 0)))
                .challenger(Map.of("rmse", 1.0))
                .champion(Map.of("rmse", 2.0))
                .contest());

        assertThat(reasons(result)).contains("there is no metric 'Matthews_promote_weight2'");
    }

    @Test
    void failsOnMetricOfAnotherKindOfModel() {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("auc", 0)))
                .challenger(Map.of("auc", 0.9))
                .champion(Map.of("auc", 0.8))
                .contest());

        assertThat(reasons(result)).containsExactly("auc is a metric of classification, not of regression");
        assertThat(result.comparison()).isEmpty();
    }

    @Test
    void failsWhenTheSettingsAreForAnotherKindOfModel() {
        var contest = new Contest(
                REGRESSION,
                MlType.CLASSIFICATION,
                List.of(new MetricWeight("auc", 0)),
                EnvironmentTier.TEST,
                2,
                null,
                List.of(new Scoring(2, testSet(1), Map.of("auc", 0.9))),
                List.of());

        assertThat(reasons(PromotionGate.judge(contest)))
                .containsExactly("the settings are for classification, but 11_diabetes_model_reg is for regression");
    }

    @Test
    void failsOnMetricThatEitherSideLacks() {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", 0), new MetricWeight("r2", 0)))
                .challenger(Map.of("r2", 0.5))
                .champion(Map.of("rmse", 54.0))
                .contest());

        assertThat(reasons(result))
                .containsExactly(
                        "version 2 has no rmse on gold_test version 1 of dev",
                        "version 1 has no r2 on gold_test version 1 of dev");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void failsOnValueThatIsNoNumber(double value) {
        var challenger = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", -1000)))
                .challenger(Map.of("rmse", value))
                .champion(Map.of("rmse", 54.0))
                .contest());
        var champion = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", -1000)))
                .challenger(Map.of("rmse", 54.0))
                .champion(Map.of("rmse", value))
                .contest());

        assertThat(reasons(challenger))
                .containsExactly("rmse of version 2 on gold_test version 1 of dev is not a number");
        assertThat(reasons(champion))
                .containsExactly("rmse of version 1 on gold_test version 1 of dev is not a number");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
    void failsOnWeightThatIsNoNumber(double weight) {
        var result = PromotionGate.judge(regression(List.of(new MetricWeight("rmse", weight)))
                .challenger(Map.of("rmse", 1.0))
                .champion(Map.of("rmse", 54.0))
                .contest());

        assertThat(reasons(result)).containsExactly("the weight of rmse is not a number");
    }

    @Test
    void failsWhenTheChampionWasNotScoredOnTheSameTestSet() {
        var contest = contest(
                List.of(new Scoring(2, testSet(2), Map.of("rmse", 1.0))),
                List.of(new Scoring(1, testSet(1), Map.of("rmse", 54.0))));

        assertThat(reasons(PromotionGate.judge(contest)))
                .containsExactly(
                        "the champion of test, version 1, was not scored on a test set that version 2 was scored on");
    }

    @Test
    void sameNumberOfAnotherEnvironmentsTestSetIsAnotherTestSet() {
        var elsewhere = new TestSet(DatasetName.GOLD, LakeLayer.GOLD_TEST, EnvironmentTier.TEST, 1);
        var contest = contest(
                List.of(new Scoring(2, testSet(1), Map.of("rmse", 1.0))),
                List.of(new Scoring(1, elsewhere, Map.of("rmse", 54.0))));

        assertThat(PromotionGate.judge(contest)).isInstanceOf(GateResult.Failed.class);
    }

    @Test
    void failsWithoutAnyScoring() {
        var result = PromotionGate.judge(contest(List.of(), List.of(new Scoring(1, testSet(1), Map.of("rmse", 54.0)))));

        assertThat(reasons(result)).containsExactly("version 2 was not scored on any test set");
    }

    @Test
    void comparesOnTheNewestTestSetBothWereScoredOn() {
        var contest = contest(
                List.of(
                        new Scoring(2, testSet(1), Map.of("rmse", 1.0)),
                        new Scoring(2, testSet(2), Map.of("rmse", 60.0)),
                        new Scoring(2, testSet(3), Map.of("rmse", 1.0))),
                List.of(
                        new Scoring(1, testSet(1), Map.of("rmse", 54.0)),
                        new Scoring(1, testSet(2), Map.of("rmse", 54.0))));

        var result = PromotionGate.judge(contest);

        assertThat(result.testSet()).isEqualTo(testSet(2));
        assertThat(result).isInstanceOf(GateResult.Failed.class);
    }

    @Test
    void championCannotChallengeItself() {
        var scorings = List.of(new Scoring(2, testSet(1), Map.of("rmse", 54.0)));
        var contest = new Contest(
                REGRESSION,
                MlType.REGRESSION,
                List.of(new MetricWeight("rmse", -10)),
                EnvironmentTier.TEST,
                2,
                2,
                scorings,
                scorings);

        assertThat(reasons(PromotionGate.judge(contest))).containsExactly("version 2 is the champion of test already");
    }

    private static List<String> reasons(GateResult result) {
        assertThat(result).isInstanceOf(GateResult.Failed.class);
        return ((GateResult.Failed) result).reasons();
    }

    private static TestSet testSet(int version) {
        return new TestSet(DatasetName.GOLD, LakeLayer.GOLD_TEST, EnvironmentTier.DEV, version);
    }

    private static Contest contest(List<Scoring> challenger, List<Scoring> champion) {
        return new Contest(
                REGRESSION,
                MlType.REGRESSION,
                List.of(new MetricWeight("rmse", 0)),
                EnvironmentTier.TEST,
                2,
                1,
                challenger,
                champion);
    }

    private static Bout regression(List<MetricWeight> weights) {
        return new Bout(REGRESSION, weights, Map.of(), null);
    }

    private static Bout classification(List<MetricWeight> weights) {
        return new Bout(CLASSIFICATION, weights, Map.of(), null);
    }

    /** Version 2 against version 1, if there is one, both scored on the first test set. */
    private record Bout(
            ModelName model, List<MetricWeight> weights, Map<String, Double> own, Map<String, Double> other) {

        Bout challenger(Map<String, Double> metrics) {
            return new Bout(model, weights, metrics, other);
        }

        Bout champion(Map<String, Double> metrics) {
            return new Bout(model, weights, own, metrics);
        }

        Contest contest() {
            return new Contest(
                    model,
                    model.mlType(),
                    weights,
                    EnvironmentTier.TEST,
                    2,
                    other == null ? null : 1,
                    List.of(new Scoring(2, testSet(1), own)),
                    other == null ? List.of() : List.of(new Scoring(1, testSet(1), other)));
        }
    }
}
