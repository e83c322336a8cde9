package io.aifactory.lake.dataset;

import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A table that may become a version.
 *
 * @param table which table
 * @param profile what it is like
 * @param fingerprint tells its content, and how it is to be used, from others
 * @param file its rows
 * @param bad what was turned away; absent where nothing can be
 */
public record Draft(
        TableId table,
        TableProfile profile,
        String fingerprint,
        Path file,
        @Nullable BadRows bad) {

    /**
     * Rows that were turned away.
     *
     * @param rows how many
     * @param file the rows with the reasons
     */
    public record BadRows(long rows, Path file) {}

    /** Returns a draft that is told from others by its content alone. */
    public static Draft of(TableId table, TableProfile profile, Path file) {
        return new Draft(table, profile, profile.fingerprint(), file, null);
    }

    /** Returns how many rows were turned away. */
    long badRows() {
        return bad == null ? 0 : bad.rows();
    }
}
