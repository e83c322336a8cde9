package io.aifactory.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aifactory.bench.events.Report.Grown;
import io.aifactory.bench.events.Report.Point;
import io.aifactory.bench.figures.Growth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests for {@link Growth}. */
class GrowthTests {

    @Test
    void whatStaysTheSameGrowsByOne() {
        assertThat(Growth.perTenfold(
                        List.of(point(1_000, 40), point(10_000, 40), point(100_000, 40)),
                        Point::waiting,
                        Point::microsPerRow))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whatGrowsAsTheSizeDoesGrowsByTen() {
        assertThat(Growth.perTenfold(
                        List.of(point(1_000, 1), point(4_000, 4), point(500_000, 500)),
                        Point::waiting,
                        Point::microsPerRow))
                .isCloseTo(10, within(1e-9));
    }

    @Test
    void oneStrayPointAmongManyMovesTheFactorALittle() {
        var points = List.of(point(1_000, 10), point(10_000, 12), point(100_000, 10), point(1_000_000, 10));

        assertThat(Growth.perTenfold(points, Point::waiting, Point::microsPerRow))
                .isBetween(0.9, 1.1);
    }

    @Test
    void onePointDoesNotGrow() {
        assertThat(Growth.perTenfold(List.of(point(1_000, 10)), Point::waiting, Point::microsPerRow))
                .isNull();
    }

    @Test
    void whatWasNotMeasuredDoesNotGrow() {
        var grown = Grown.of(List.of(point(1_000, 10), point(10_000, 10)));

        assertThat(grown.perTenfold().residentMegabytes()).isNull();
        assertThat(grown.perTenfold().heapMegabytes()).isCloseTo(1, within(1e-9));
    }

    private static Point point(int waiting, double micros) {
        return new Point(waiting, micros, 50, null);
    }
}
