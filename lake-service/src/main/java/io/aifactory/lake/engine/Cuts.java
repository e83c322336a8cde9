package io.aifactory.lake.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Where to cut ordered rows into parts, exactly. Over all classes together, each part has its share of the rows, rounded
 * where it begins and where it ends; of each class it has its share within two rows, because what rounding one class
 * leaves over is carried to the next instead of being lost.
 */
public final class Cuts {

    private final List<BigDecimal> ends;

    /** Cuts into parts of the given shares, which add up to 1. */
    public Cuts(List<BigDecimal> shares) {
        var sums = new ArrayList<BigDecimal>();
        var sum = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            sum = sum.add(share);
            sums.add(sum);
        }
        this.ends = List.copyOf(sums);
    }

    /**
     * Returns, for each class, after how many of its rows each part ends.
     *
     * @param classSizes how many rows each class has
     */
    public List<List<Long>> of(List<Long> classSizes) {
        var cuts = new ArrayList<List<Long>>();
        long before = 0;
        for (long size : classSizes) {
            long start = before;
            cuts.add(ends.stream()
                    .map(end -> rounded(end, start + size) - rounded(end, start))
                    .toList());
            before += size;
        }
        return cuts;
    }

    private static long rounded(BigDecimal share, long rows) {
        return share.multiply(BigDecimal.valueOf(rows))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
