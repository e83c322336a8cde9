package io.aifactory.lake.engine;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to split a table into parts. Rows are ordered by MD5 of {@code seed:key}, and cut where the shares end; groups by MD5 of
 * {@code seed:} and their value, and cut where that is nearest.
 *
 * @param key the column that identifies a row
 * @param seed the seed
 * @param stratifyBy the column whose classes every part has in equal shares; absent: none
 * @param groupBy the column whose rows of one value all come into the same part; absent: none
 * @param parts the parts in order; their shares add up to 1
 */
public record SplitPlan(
        String key,
        long seed,
        @Nullable String stratifyBy,
        @Nullable String groupBy,
        List<Part> parts) {

    public SplitPlan {
        parts = List.copyOf(parts);
        BigDecimal sum = parts.stream().map(Part::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            throw new IllegalArgumentException("the shares add up to %s, not to 1".formatted(sum));
        }
    }

    /**
     * A part of the table.
     *
     * @param share which share of the rows
     * @param target where to write it
     */
    public record Part(BigDecimal share, Path target) {
        public Part {
            if (share.signum() < 0) {
                throw new IllegalArgumentException("the share %s is negative".formatted(share));
            }
        }
    }
}
