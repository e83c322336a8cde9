package io.aifactory.bench.figures;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a value grows with the size of what is done. */
public final class Growth {

    private static final double TEN = 10;

    private Growth() {}

    /**
     * Returns by what the value multiplies when the size is ten times as large: 1 if it does not grow, 10 if it grows as the
     * size does. It is the slope of the line that fits all points best on logarithmic scales; null without two sizes, or where the
     * value was not measured.
     */
    public static <P> @Nullable Double perTenfold(
            List<P> points, ToDoubleFunction<P> size, Function<P, @Nullable Double> value) {
        List<Coordinates> curve = points.stream()
                .flatMap(point -> Coordinates.of(size.applyAsDouble(point), value.apply(point)))
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
