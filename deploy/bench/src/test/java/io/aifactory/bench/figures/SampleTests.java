package io.aifactory.bench.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests for {@link Sample}. */
class SampleTests {

    private final Sample hundred = Sample.of(IntStream.rangeClosed(1, 100).asDoubleStream());

    @Test
    void percentileIsTheSmallestValueThatThatManyDoNotExceed() {
        assertThat(hundred.percentile(0.5)).isEqualTo(50);
        assertThat(hundred.percentile(0.99)).isEqualTo(99);
        assertThat(hundred.percentile(1)).isEqualTo(100);
        assertThat(hundred.percentile(0)).isEqualTo(1);
    }

    @Test
    void percentileOfOneValueIsThatValue() {
        assertThat(Sample.of(7).percentile(0.01)).isEqualTo(7);
        assertThat(Sample.of(7).percentile(0.99)).isEqualTo(7);
    }

    @Test
    void orderDoesNotMatter() {
        assertThat(Sample.of(3, 1, 2).median()).isEqualTo(2);
        assertThat(Sample.of(3, 1, 2).min()).isEqualTo(1);
        assertThat(Sample.of(3, 1, 2).max()).isEqualTo(3);
    }

    @Test
    void medianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Sample.of(4, 1, 3, 2).median()).isEqualTo(2.5);
    }

    @Test
    void needsAtLeastOneValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(DoubleStream.empty()));
    }
}
