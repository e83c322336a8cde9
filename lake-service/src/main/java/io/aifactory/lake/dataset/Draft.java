package io.aifactory.lake.dataset;

import io.aifactory.lake.engine.TableProfile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table that may become a version.
 *
 * @param table which table
 * @param profile what it is like
 * @param fingerprint tells its content, and how it is to be used, from others
 * @param file its rows
 * @param bad what was turned away; absent where nothing can be
 * @param tags what is said about it beside what follows from its table, by name
 */
public record Draft(
        TableId table,
        TableProfile profile,
        String fingerprint,
        Path file,
        @Nullable BadRows bad,
        Map<String, String> tags) {

    public Draft {
        tags = Map.copyOf(tags);
    }

    /** A draft about which there is nothing more to say. */
    public Draft(TableId table, TableProfile profile, String fingerprint, Path file, @Nullable BadRows bad) {
        this(table, profile, fingerprint, file, bad, Map.of());
    }

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

    /** Returns the same with the given tags. */
    public Draft tagged(Map<String, String> given) {
        return new Draft(table, profile, fingerprint, file, bad, given);
    }

    /** Returns how many rows were turned away. */
    long badRows() {
        return bad == null ? 0 : bad.rows();
    }
}
