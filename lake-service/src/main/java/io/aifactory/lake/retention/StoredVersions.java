package io.aifactory.lake.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The versions whose files are there, and those whose files have to go. */
@Repository
class StoredVersions {

    private final JdbcClient database;
    private final ObjectMapper json;

    StoredVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A model that has data. */
    record Owner(ProjectId project, ModelName model) {}

    /** Files of a removed version that may still be there. */
    record Leftover(long id, List<LakeFile> files) {}

    List<Owner> owners() {
        return database.sql("SELECT DISTINCT project, model FROM dataset_version ORDER BY project, model")
                .query((row, number) -> new Owner(new ProjectId(row.getString(1)), new ModelName(row.getString(2))))
                .list();
    }

    List<StoredVersion> of(Owner owner) {
        return database.sql("""
                        SELECT id, zone, dataset, layer, environment, day, version, path, saved_at, phase, for_good,
                            inputs, splits
                        FROM dataset_version WHERE project = :project AND model = :model AND removed_at IS NULL""")
                .param("project", owner.project().value())
                .param("model", owner.model().value())
                .query((row, number) -> stored(row))
                .list();
    }

    /** Returns the files of one model that data of another one was made from. */
    Set<LakeFile> neededElsewhere() {
        return new HashSet<>(database.sql("""
                        SELECT DISTINCT input -> 'file' ->> 'environment', input -> 'file' ->> 'path'
                        FROM dataset_version, json_array_elements(inputs) AS input
                        WHERE removed_at IS NULL
                            AND NOT starts_with(input -> 'file' ->> 'path', 'projects/' || project || '/' || model || '/')""")
                .query((row, number) -> new LakeFile(EnvironmentTier.of(row.getString(1)), row.getString(2)))
                .list());
    }

    /** Gives the versions up. From now on the catalogue says so; their files go afterwards. */
    void giveUp(List<StoredVersion> versions, Instant now) {
        database.sql("UPDATE dataset_version SET removed_at = :now WHERE id = ANY (:ids) AND removed_at IS NULL")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("ids", versions.stream().map(StoredVersion::id).toArray(Long[]::new))
                .update();
    }

    List<Leftover> leftovers() {
        return database.sql("""
                        SELECT id, environment, path, bad_path FROM dataset_version
                        WHERE removed_at IS NOT NULL AND NOT files_gone ORDER BY id""").query((row, number) -> leftover(row)).list();
    }

    void markGone(Leftover leftover) {
        database.sql("UPDATE dataset_version SET files_gone = true WHERE id = :id")
                .param("id", leftover.id())
                .update();
    }

    private static Leftover leftover(ResultSet row) throws SQLException {
        var environment = EnvironmentTier.of(row.getString("environment"));
        return new Leftover(
                row.getLong("id"),
                Stream.of(row.getString("path"), row.getString("bad_path"))
                        .filter(path -> path != null)
                        .map(path -> new LakeFile(environment, path))
                        .toList());
    }

    private StoredVersion stored(ResultSet row) throws SQLException {
        String table = String.join(
                "/",
                row.getString("zone"),
                row.getString("dataset"),
                row.getString("layer"),
                row.getString("environment"),
                String.valueOf(row.getString("day")),
                row.getString("phase"));
        return new StoredVersion(
                row.getLong("id"),
                table,
                row.getInt("version"),
                new LakeFile(EnvironmentTier.of(row.getString("environment")), row.getString("path")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                DataPhase.of(row.getString("phase")) == DataPhase.RESEARCH,
                row.getBoolean("for_good"),
                Stream.concat(files(row.getString("inputs")), files(row.getString("splits")))
                        .toList());
    }

    private Stream<LakeFile> files(String references) {
        try {
            return Stream.of(json.readValue(references, DatasetReference[].class))
                    .map(DatasetReference::file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read references", e);
        }
    }
}
