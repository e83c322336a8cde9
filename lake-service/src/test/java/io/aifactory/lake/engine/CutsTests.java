package io.aifactory.lake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Tests for {@link Cuts}. */
class CutsTests {

    @Property(seed = "42", edgeCases = EdgeCasesMode.NONE)
    void everyRowIsInOnePartAndEveryPartHasItsShare(
            @ForAll("shares") List<BigDecimal> shares, @ForAll @LongRange(max = 1_000_000) long rows) {
        List<Long> ends = new Cuts(shares).of(List.of(rows)).get(0);

        assertThat(ends.get(ends.size() - 1)).isEqualTo(rows);
        assertThat(ends).isSorted();
        for (int part = 0; part < shares.size(); part++) {
            long size = ends.get(part) - (part == 0 ? 0 : ends.get(part - 1));
            assertThat(Math.abs(size - shares.get(part).doubleValue() * rows)).isLessThanOrEqualTo(1.0 + 1e-6);
        }
    }

    @Property(seed = "42", edgeCases = EdgeCasesMode.NONE)
    void everyRowOfEveryClassIsInOnePart(
            @ForAll("shares") List<BigDecimal> shares, @ForAll("classes") List<Long> classes) {
        List<List<Long>> ends = new Cuts(shares).of(classes);

        assertThat(ends).hasSameSizeAs(classes);
        for (int i = 0; i < classes.size(); i++) {
            assertThat(ends.get(i)).hasSameSizeAs(shares).isSorted().endsWith(classes.get(i));
            assertThat(ends.get(i).get(0)).isNotNegative();
        }
        assertThat(new Cuts(shares).of(classes)).isEqualTo(ends);
    }

    @Property(seed = "42", edgeCases = EdgeCasesMode.NONE)
    void classesKeepTheirSharesWithinOneRowAndLoseNothingTogether(
            @ForAll("shares") List<BigDecimal> shares, @ForAll("classes") List<Long> classes) {
        var cuts = new Cuts(shares);
        long rows = classes.stream().mapToLong(size -> size).sum();

        List<List<Long>> ends = cuts.of(classes);

        List<Long> together = cuts.of(List.of(rows)).get(0);
        for (int part = 0; part < shares.size(); part++) {
            int end = part;
            assertThat(ends.stream().mapToLong(of -> of.get(end)).sum()).isEqualTo(together.get(part));
        }
        for (int i = 0; i < classes.size(); i++) {
            for (int part = 0; part < shares.size(); part++) {
                long size = ends.get(i).get(part) - (part == 0 ? 0 : ends.get(i).get(part - 1));
                long whole = shares.get(part)
                        .multiply(BigDecimal.valueOf(classes.get(i)))
                        .longValue();
                assertThat(size).isBetween(whole, whole + 1);
            }
        }
    }

    @Property(seed = "42", edgeCases = EdgeCasesMode.NONE)
    void everyRowIsInOnePartOfManyToo(@ForAll("classes") List<Long> classes) {
        var cuts = new Cuts(Collections.nCopies(8, thousandths(125)));
        long rows = classes.stream().mapToLong(size -> size).sum();

        List<List<Long>> ends = cuts.of(classes);

        List<Long> together = cuts.of(List.of(rows)).get(0);
        for (int part = 0; part < together.size(); part++) {
            int end = part;
            assertThat(ends.stream().mapToLong(of -> of.get(end)).sum()).isEqualTo(together.get(part));
        }
        for (int i = 0; i < classes.size(); i++) {
            assertThat(ends.get(i)).isSorted().endsWith(classes.get(i));
        }
    }

    @Provide
    Arbitrary<List<Long>> classes() {
        Arbitrary<Long> tiny = Arbitraries.longs().between(0, 4);
        Arbitrary<Long> any = Arbitraries.longs().between(0, 500);
        return Arbitraries.oneOf(
                tiny.list().ofMinSize(1).ofMaxSize(30),
                Arbitraries.oneOf(tiny, any).list().ofMinSize(1).ofMaxSize(12));
    }

    @Provide
    Arbitrary<List<BigDecimal>> shares() {
        return Arbitraries.integers().between(0, 1000).tuple2().map(pair -> {
            int first = Math.min(pair.get1(), pair.get2());
            int second = Math.max(pair.get1(), pair.get2());
            return List.of(thousandths(first), thousandths(second - first), thousandths(1000 - second));
        });
    }

    private static BigDecimal thousandths(@IntRange(max = 1000) int value) {
        return BigDecimal.valueOf(value, 3);
    }
}
