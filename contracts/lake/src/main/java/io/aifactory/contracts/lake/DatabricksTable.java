package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.EnvironmentTier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table as Databricks writes it, a folder of part files: {@code …/out/silver/dev/silver_dbx.parquet}.
 *
 * @param table the same table as one file
 * @param part the part file; absent for the folder
 */
public record DatabricksTable(
        EnvironmentPath table, @Nullable String part) implements EnvironmentPath {

    private static final String SUFFIX = "_dbx.parquet";
    private static final String FILE_SUFFIX = ".parquet";

    public DatabricksTable {
        if (!isTable(table)) {
            throw new InvalidLakePath(table.path(), "only bronze, silver and gold tables have a Databricks form");
        }
        if (part != null) {
            Names.requireFile(part);
        }
    }

    private static boolean isTable(EnvironmentPath path) {
        return path instanceof RefinedFile
                || path instanceof GoldFile
                || path instanceof GoldSplitFile
                || path instanceof ToScoreFile;
    }

    @Override
    public ModelZone zone() {
        return table.zone();
    }

    @Override
    public EnvironmentTier environment() {
        return table.environment();
    }

    @Override
    public String path() {
        String file = table.path();
        String folder = file.substring(0, file.length() - FILE_SUFFIX.length()) + SUFFIX;
        return part == null ? folder : folder + "/" + part;
    }

    /** Returns what the path stands for, if one of its folders is a table in the Databricks form. */
    static Optional<LakePath> find(String path) {
        int end = path.indexOf(SUFFIX) + SUFFIX.length();
        if (end < SUFFIX.length() || (end < path.length() && path.charAt(end) != '/')) {
            return Optional.empty();
        }
        String part = end == path.length() ? null : path.substring(end + 1);
        return Grammar.find(path.substring(0, end - SUFFIX.length()) + FILE_SUFFIX)
                .filter(table -> table instanceof EnvironmentPath known && isTable(known))
                .map(table -> new DatabricksTable((EnvironmentPath) table, part));
    }
}
