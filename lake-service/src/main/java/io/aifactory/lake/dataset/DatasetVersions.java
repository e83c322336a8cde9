package io.aifactory.lake.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every version that was ever saved. */
@Repository
public class DatasetVersions {

    private static final String SELECT = """
            SELECT project, model, dataset, layer, environment, version, zone, day, phase, path, rows, bad_rows, bad_path,
                fingerprint, columns, inputs, files, splits, run_id, saved_at, tags, removed_at
            FROM dataset_version
            """;

    private final JdbcClient database;
    private final VersionRows rows;

    DatasetVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.rows = new VersionRows(json);
    }

    /** Returns the table's newest version, if its content is the draft's. */
    Optional<DatasetVersion> unchanged(Draft draft) {
        return latest(draft.table()).filter(latest -> latest.fingerprint().equals(draft.fingerprint()));
    }

    /** Returns the newest version of a table; empty if there is none. */
    public Optional<DatasetVersion> latest(TableId table) {
        return database.sql(SELECT + """
                        WHERE zone = :zone AND dataset = :dataset AND layer = :layer AND environment = :environment
                            AND day IS NOT DISTINCT FROM CAST(:day AS date) AND phase = :phase
                        ORDER BY version DESC LIMIT 1""")
                .param("zone", table.zone().path())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .param("day", table.day())
                .param("phase", table.phase().label())
                .query((row, number) -> rows.version(row))
                .optional();
    }

    /** Returns the versions of a table after the given number whose files are there, oldest first. */
    public List<DatasetVersion> after(TableId table, long version) {
        return database.sql(SELECT + """
                        WHERE zone = :zone AND dataset = :dataset AND layer = :layer AND environment = :environment
                            AND day IS NOT DISTINCT FROM CAST(:day AS date) AND phase = :phase
                            AND version > :version AND removed_at IS NULL
                        ORDER BY version""")
                .param("zone", table.zone().path())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .param("day", table.day())
                .param("phase", table.phase().label())
                .param("version", version)
                .query((row, number) -> rows.version(row))
                .list();
    }

    /** Returns a version by its number; empty if there never was one. */
    public Optional<DatasetVersion> find(DatasetAddress address, int version) {
        return database.sql(SELECT + """
                        WHERE project = :project AND model = :model AND dataset = :dataset AND layer = :layer
                            AND environment = :environment AND version = :version""")
                .param("project", address.project().value())
                .param("model", address.model().value())
                .param("dataset", address.dataset().value())
                .param("layer", address.layer().label())
                .param("environment", address.environment().label())
                .param("version", version)
                .query((row, number) -> rows.version(row))
                .optional();
    }

    /** Returns what versions are registered as in an environment of a project, by name and model. */
    public List<RegisteredDataset> registered(ProjectId project, EnvironmentTier environment) {
        return database.sql("""
                        SELECT DISTINCT registry_name, model FROM dataset_version
                        WHERE project = :project AND environment = :environment AND newest
                        ORDER BY registry_name, model""")
                .param("project", project.value())
                .param("environment", environment.label())
                .query((row, number) -> new RegisteredDataset(
                        project,
                        new ModelName(row.getString("model")),
                        environment,
                        new RegistryName(row.getString("registry_name"))))
                .list();
    }

    /** Returns the version of the given number of a registered dataset; empty if there never was one. */
    public Optional<DatasetVersion> find(RegisteredDataset dataset, int version) {
        return database.sql(SELECT + """
                        WHERE project = :project AND model = :model AND registry_name = :name
                            AND environment = :environment AND version = :version""")
                .params(VersionRows.named(dataset))
                .param("version", version)
                .query((row, number) -> rows.version(row))
                .optional();
    }

    /** Returns what was the newest version of a registered dataset at the given time; empty if there was none yet. */
    public Optional<DatasetVersion> newest(RegisteredDataset dataset, DataPhase phase, Instant until) {
        return database.sql(SELECT + """
                        WHERE project = :project AND model = :model AND registry_name = :name
                            AND environment = :environment AND phase = :phase AND saved_at <= :until
                        ORDER BY version DESC LIMIT 1""")
                .params(VersionRows.named(dataset))
                .param("phase", phase.label())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> rows.version(row))
                .optional();
    }

    /** Returns the version of the same registered dataset that was the newest before the given one; empty for the first. */
    public Optional<DatasetVersion> before(DatasetVersion version) {
        return database.sql(SELECT + """
                        WHERE project = :project AND model = :model AND registry_name = :name
                            AND environment = :environment AND phase = :phase AND version < :version
                        ORDER BY version DESC LIMIT 1""")
                .params(VersionRows.named(RegisteredDataset.of(version.table())))
                .param("phase", version.table().phase().label())
                .param("version", version.reference().version())
                .query((row, number) -> rows.version(row))
                .optional();
    }

    /**
     * Returns the versions, of whatever project, that were made from the given one, in the order they were saved. The path
     * alone is looked up, because nearly all have their environment in common.
     */
    public List<DatasetVersion> madeFrom(DatasetVersion version) {
        LakeFile file = version.reference().file();
        return database
                .sql(SELECT + "WHERE CAST(inputs AS jsonb) @> CAST(:input AS jsonb) ORDER BY id")
                .param("input", rows.write(List.of(Map.of("file", Map.of("path", file.path())))))
                .query((row, number) -> rows.version(row))
                .list()
                .stream()
                .filter(child -> child.lineage().inputs().stream()
                        .anyMatch(input -> input.file().equals(file)))
                .toList();
    }

    /** Returns some rows of a version as text, in the order of its columns; empty if none were taken when it was saved. */
    public List<List<@Nullable String>> sampleOf(DatasetVersion version) {
        return database
                .sql("SELECT sample FROM dataset_version WHERE environment = :environment AND path = :path")
                .param("environment", version.table().environment().label())
                .param("path", version.reference().file().path())
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .map(rows::sample)
                .orElse(List.of());
    }
}
