package io.aifactory.lake.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where to cut ordered rows into parts, exactly. Over all classes together, each part has its share of the rows, rounded
 * where it begins and where it ends. Of each class it has the whole rows of its share, or one more: first every class
 * gives every part its whole rows, then what rounding left over goes, class by class, to the parts that lack most. With more
 * than three parts a class may have to give one of them further rows for all parts to be exact.
 */
public final class Cuts {

    private final List<BigDecimal> shares;

    /** Cuts into parts of the given shares, none of them negative, which add up to 1. */
    public Cuts(List<BigDecimal> shares) {
        this.shares = List.copyOf(shares);
    }

    /**
     * Returns, for each class, after how many of its rows each part ends: never before it begins, the last with the class.
     *
     * @param classSizes how many rows each class has
     */
    public List<List<Long>> of(List<Long> classSizes) {
        List<long[]> sizes = classSizes.stream().map(this::wholeRows).toList();
        long[] lacking = lacking(classSizes, sizes);
        for (int i = 0; i < sizes.size(); i++) {
            handOut(classSizes.get(i) - sum(sizes.get(i)), sizes.get(i), lacking);
        }
        return sizes.stream().map(Cuts::ends).toList();
    }

    private long[] wholeRows(long rows) {
        return shares.stream()
                .mapToLong(share -> rounded(share, rows, RoundingMode.DOWN))
                .toArray();
    }

    /** How many rows each part lacks to its share of all rows; never less than none, and as many as the classes have left. */
    private long[] lacking(List<Long> classSizes, List<long[]> sizes) {
        long rows = classSizes.stream().mapToLong(size -> size).sum();
        var lacking = new long[shares.size()];
        var shareSoFar = BigDecimal.ZERO;
        long start = 0;
        for (int part = 0; part < lacking.length; part++) {
            shareSoFar = shareSoFar.add(shares.get(part));
            long end = rounded(shareSoFar, rows, RoundingMode.HALF_UP);
            int index = part;
            lacking[part] =
                    end - start - sizes.stream().mapToLong(of -> of[index]).sum();
            start = end;
        }
        return lacking;
    }

    /** One row to each part, those first that lack most, until none is left. */
    private static void handOut(long rows, long[] sizes, long[] lacking) {
        long left = rows;
        while (left > 0) {
            for (int part : mostLackingFirst(lacking)) {
                if (left > 0 && lacking[part] > 0) {
                    sizes[part]++;
                    lacking[part]--;
                    left--;
                }
            }
        }
    }

    private static List<Integer> mostLackingFirst(long[] lacking) {
        return IntStream.range(0, lacking.length)
                .boxed()
                .sorted(Comparator.comparingLong(part -> -lacking[part]))
                .toList();
    }

    private static List<Long> ends(long[] sizes) {
        var ends = new ArrayList<Long>();
        long end = 0;
        for (long size : sizes) {
            end += size;
            ends.add(end);
        }
        return ends;
    }

    private static long sum(long[] sizes) {
        return LongStream.of(sizes).sum();
    }

    private static long rounded(BigDecimal share, long rows, RoundingMode mode) {
        return share.multiply(BigDecimal.valueOf(rows)).setScale(0, mode).longValueExact();
    }
}
