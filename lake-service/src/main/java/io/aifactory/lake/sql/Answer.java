package io.aifactory.lake.sql;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.DatasetVersion;
import io.aifactory.lake.dataset.RegistryName;
import io.aifactory.lake.engine.SqlAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the versions say.
 *
 * @param columns the columns in order
 * @param rows the rows, values as text in the order of the columns
 * @param truncated whether there are more rows
 * @param tables which versions answered, by the names the query has for them
 */
record Answer(List<Column> columns, List<List<@Nullable String>> rows, boolean truncated, List<Table> tables) {

    /** A column and its SQL type. */
    record Column(String name, String type) {}

    /**
     * A version that answered.
     *
     * @param table what the query calls it, in lower case
     * @param project its project
     * @param registryName its name
     * @param environment its environment
     * @param version its number, by which the same question gets the same answer
     * @param savedAt when it was saved
     */
    record Table(
            String table,
            ProjectId project,
            RegistryName registryName,
            EnvironmentTier environment,
            int version,
            Instant savedAt) {

        static Table of(String table, DatasetVersion version) {
            return new Table(
                    table,
                    version.table().zone().project(),
                    version.table().registryName(),
                    version.table().environment(),
                    version.reference().version(),
                    version.savedAt());
        }

        /** Returns how a query calls just this version. */
        String exactName() {
            return "%s/%s@%d".formatted(project, registryName, version);
        }
    }

    static Answer of(SqlAnswer answer, Map<String, DatasetVersion> versions) {
        return new Answer(
                IntStream.range(0, answer.columns().size())
                        .mapToObj(column -> new Column(
                                answer.columns().get(column), answer.types().get(column)))
                        .toList(),
                answer.rows(),
                !answer.complete(),
                versions.entrySet().stream()
                        .map(entry -> Table.of(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
