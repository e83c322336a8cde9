package io.aifactory.training.automl;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.MlType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTests {

    @Test
    void spreadsEachClassOverAllFolds() {
        var labels =
                IntStream.range(0, 103).mapToDouble(i -> i % 10 == 0 ? 1 : 0).toArray();

        var folds = Folds.of(labels, MlType.CLASSIFICATION, 5, 42);

        for (int fold = 0; fold < 5; fold++) {
            var held = folds.heldOut(fold);
            assertThat(held.length).isBetween(20, 21);
            assertThat(Arrays.stream(held).filter(row -> labels[row] == 1).count())
                    .isBetween(2L, 3L);
        }
    }

    @Test
    void holdsEachRowOutOnce() {
        var folds = Folds.of(new double[50], MlType.REGRESSION, 3, 1);

        var held = IntStream.range(0, 3)
                .flatMap(fold -> Arrays.stream(folds.heldOut(fold)))
                .sorted();

        assertThat(held.toArray()).isEqualTo(IntStream.range(0, 50).toArray());
        assertThat(folds.learnedFrom(0)).doesNotContain(folds.heldOut(0)).hasSize(50 - folds.heldOut(0).length);
    }

    @Test
    void partsAlikeForTheSameSeedOnly() {
        var labels = new double[40];

        var folds = Folds.of(labels, MlType.REGRESSION, 4, 7).toString();

        assertThat(Folds.of(labels, MlType.REGRESSION, 4, 7)).hasToString(folds);
        assertThat(Folds.of(labels, MlType.REGRESSION, 4, 8).toString()).isNotEqualTo(folds);
    }
}
