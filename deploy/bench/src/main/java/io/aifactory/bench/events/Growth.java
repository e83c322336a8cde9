package io.aifactory.bench.events;

import io.aifactory.bench.events.Report.Point;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a value grows with what waits. */
final class Growth {

    private static final double TEN = 10;

    private Growth() {}

    /**
     * Returns by what the value multiplies when ten times as much waits: 1 if it does not grow, 10 if it grows as what waits
     * does. It is the slope of the line that fits all points best on logarithmic scales; null without two sizes, or where the
     * value was not measured.
     */
    static @Nullable Double perTenfold(List<Point> points, Function<Point, @Nullable Double> value) {
        List<Coordinates> curve = points.stream()
                .flatMap(point -> Coordinates.of(point.waiting(), value.apply(point)))
                .toList();
        double meanSize = mean(curve, Coordinates::size);
        double meanValue = mean(curve, Coordinates::value);
        double width = mean(curve, each -> Math.pow(each.size() - meanSize, 2));
        double rise = mean(curve, each -> (each.size() - meanSize) * (each.value() - meanValue));
        return width == 0 ? null : Double.valueOf(Math.pow(TEN, rise / width));
    }

    private static double mean(List<Coordinates> curve, ToDoubleFunction<Coordinates> part) {
        return curve.stream().mapToDouble(part).average().orElse(0);
    }

    /** A point on logarithmic scales. */
    private record Coordinates(double size, double value) {

        static Stream<Coordinates> of(double size, @Nullable Double value) {
            return value == null ? Stream.empty() : Stream.of(new Coordinates(Math.log10(size), Math.log10(value)));
        }
    }
}
