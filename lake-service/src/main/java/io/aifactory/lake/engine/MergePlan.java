package io.aifactory.lake.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tables to join, and how. A column that an earlier table already has is called after its table, such as
 * {@code age_ds02}.
 *
 * @param sources the tables, the leading one first
 * @param sql the query that makes the rows out of the sources, each a table of its dataset's name; absent: the inner join
 * @param key the column to join by; every table has it
 * @param required a column whose value has to be there for a row to count
 * @param dropped a column to leave out
 */
public record MergePlan(
        List<Source> sources,
        @Nullable String sql,
        String key,
        @Nullable String required,
        @Nullable String dropped) {

    public MergePlan {
        sources = List.copyOf(sources);
    }

    /**
     * A table to join.
     *
     * @param name the dataset's name, such as {@code ds02_serum}
     * @param alias the short name its columns get when another table has them too, such as {@code ds02}
     * @param table where it lies
     * @param columns its columns in order
     */
    public record Source(String name, String alias, Path table, List<String> columns) {
        public Source {
            columns = List.copyOf(columns);
        }
    }
}
