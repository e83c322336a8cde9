package io.aifactory.lake.refinement;

import io.aifactory.lake.engine.ColumnProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query would make of some rows.
 *
 * @param rowsTried how many rows it was tried on
 * @param rows how many rows it makes
 * @param badRows how many would be turned away
 * @param columns the columns it makes, and what they are like
 * @param sample some of its rows, values as text in the order of the columns
 * @param bad some of those that would be turned away: lines of CSV, the header first
 * @param reasons what would be against the table as a whole
 */
record Trial(
        long rowsTried,
        long rows,
        long badRows,
        List<ColumnProfile> columns,
        List<List<@Nullable String>> sample,
        List<String> bad,
        List<String> reasons) {}
