package io.aifactory.training.automl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aifactory.contracts.events.MlType;
import io.aifactory.training.testscoring.Metric;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GreedyEnsembleTests {

    private static final double[] LABELS = {1, 2, 3, 4};

    @Test
    void weighsCandidatesWhoseErrorsCancelOut() {
        var over = tried("over", 2, 3, 4, 5);
        var under = tried("under", 0, 1, 2, 3);
        var wild = tried("wild", 9, -9, 9, -9);

        var parts = GreedyEnsemble.of(MlType.REGRESSION, LABELS, Metric.RMSE, List.of(over, under, wild));

        assertThat(parts).extracting(part -> part.tried().candidate().name()).containsExactly("over", "under");
        assertThat(parts).extracting(WeightedCandidate::weight).containsExactly(0.5, 0.5);
    }

    @Test
    void keepsToOneCandidateThatNobodyImproves() {
        var right = tried("right", 1, 2, 3, 4);
        var wrong = tried("wrong", 4, 3, 2, 1);

        var parts = GreedyEnsemble.of(MlType.REGRESSION, LABELS, Metric.SPEARMAN, List.of(wrong, right));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.tried().candidate().name()).isEqualTo("right");
            assertThat(part.weight()).isCloseTo(1, within(1e-12));
        });
    }

    private static CrossValidated tried(String name, double... scores) {
        var rows = Arrays.stream(scores).mapToObj(score -> new double[] {score}).toList();
        return new CrossValidated(new Candidate(name, Library.LIGHTGBM, Map.of()), rows, 0, 10, Duration.ZERO);
    }
}
