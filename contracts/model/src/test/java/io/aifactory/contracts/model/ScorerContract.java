package io.aifactory.contracts.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.aifactory.contracts.model.boosters.TrainedModel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scorer keeps. */
public abstract class ScorerContract {

    protected abstract Scorer open(TrainedModel model);

    static List<TrainedModel> models() {
        return TrainedModel.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void scoresWhatTheLibraryPredicts(TrainedModel model) {
        try (var scorer = open(model)) {

            var scores = scorer.scoreAll(model.rows());

            assertThat(scores).hasDimensions(model.rows().length, scorer.outputCount());
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).containsExactly(model.predictions()[i], tolerance(model));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void readsNoNumberAsMissing(TrainedModel model) {
        try (var scorer = open(model)) {

            var score = scorer.score(model.schema().emptyRow());

            assertThat(score).hasSize(model.schema().outputCount());
            assertThat(score[0]).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void scoresRowsAloneAsTogether(TrainedModel model) {
        try (var scorer = open(model)) {

            var together = scorer.scoreAll(model.rows());

            for (int i = 0; i < 20; i++) {
                assertThat(scorer.score(model.rows()[i])).containsExactly(together[i], tolerance(model));
            }
        }
    }

    @Test
    void refusesRowOfAnotherLength() {
        try (var scorer = open(TrainedModel.lightGbm(1, 0))) {

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> scorer.score(new float[] {1}))
                    .withMessage("The row has 1 values, the model takes 6");
        }
    }

    @Test
    void scoresNoRows() {
        try (var scorer = open(TrainedModel.lightGbm(1, 0))) {

            assertThat(scorer.scoreAll(new float[0][])).isEmpty();
        }
    }

    @Test
    void givesManyThreadsTheSameScores() throws Exception {
        var model = TrainedModel.xgboost(3, 0.1);
        var threads = Executors.newFixedThreadPool(4);
        try (var scorer = open(model)) {
            var alone = scorer.scoreAll(model.rows());

            var scores = threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<double[]>>mapToObj(i -> () -> scorer.score(model.rows()[i]))
                    .toList());

            for (int i = 0; i < scores.size(); i++) {
                assertThat(scores.get(i).get()).containsExactly(alone[i], within(1e-6));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Floats of the libraries have seven digits; the numbers of the regression go up to about a thousand. */
    private static Offset<Double> tolerance(TrainedModel model) {
        return within(model.isRegression() ? 1e-3 : 1e-5);
    }
}
