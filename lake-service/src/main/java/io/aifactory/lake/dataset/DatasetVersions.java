package io.aifactory.lake.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetReference;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.lake.LakeFolder;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.engine.ColumnProfile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue: every version that was ever saved. */
@Repository
public class DatasetVersions {

    private final JdbcClient database;
    private final ObjectMapper json;

    DatasetVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Returns the newest version of a table; empty if there is none. */
    public Optional<DatasetVersion> latest(TableId table) {
        return database.sql("""
                        SELECT * FROM dataset_version
                        WHERE zone = :zone AND dataset = :dataset AND layer = :layer AND environment = :environment
                            AND day IS NOT DISTINCT FROM CAST(:day AS date)
                        ORDER BY version DESC LIMIT 1""")
                .param("zone", table.zone().path())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .param("day", table.day())
                .query((row, number) -> version(row))
                .optional();
    }

    /** Returns the versions of a table after the given number, oldest first. */
    public List<DatasetVersion> after(TableId table, long version) {
        return database.sql("""
                        SELECT * FROM dataset_version
                        WHERE zone = :zone AND dataset = :dataset AND layer = :layer AND environment = :environment
                            AND day IS NOT DISTINCT FROM CAST(:day AS date) AND version > :version
                        ORDER BY version""")
                .param("zone", table.zone().path())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .param("day", table.day())
                .param("version", version)
                .query((row, number) -> version(row))
                .list();
    }

    /** Returns the versions that a search means, newest first. */
    List<DatasetVersion> find(DatasetSearch search) {
        return database.sql("""
                        SELECT * FROM (SELECT *, max(version) OVER (PARTITION BY model, dataset, layer, environment) AS newest
                            FROM dataset_version WHERE project = :project) AS versions
                        WHERE (CAST(:model AS text) IS NULL OR model = :model)
                            AND (CAST(:dataset AS text) IS NULL OR dataset = :dataset)
                            AND (CAST(:layer AS text) IS NULL OR layer = :layer)
                            AND (CAST(:environment AS text) IS NULL OR environment = :environment)
                            AND (CAST(:version AS integer) IS NULL OR version = :version)
                            AND (NOT :latest OR version = newest)
                        ORDER BY id DESC""")
                .params(search.parameters())
                .query((row, number) -> version(row))
                .list();
    }

    int nextNumber(TableId table) {
        return database.sql("""
                        SELECT coalesce(max(version), 0) + 1 FROM dataset_version
                        WHERE project = :project AND model = :model AND dataset = :dataset AND layer = :layer
                            AND environment = :environment""")
                .param("project", table.zone().project().value())
                .param("model", table.zone().model().value())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .query(Integer.class)
                .single();
    }

    void add(DatasetVersion version) {
        TableId table = version.table();
        database.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, day, path,
                            rows, bad_rows, bad_path, fingerprint, columns, inputs, files, splits, run_id, saved_at)
                        VALUES (:project, :model, :dataset, :layer, :environment, :version, :zone, :day, :path,
                            :rows, :badRows, :badPath, :fingerprint, CAST(:columns AS json), CAST(:inputs AS json),
                            CAST(:files AS json), CAST(:splits AS json), :runId, :savedAt)""")
                .param("project", table.zone().project().value())
                .param("model", table.zone().model().value())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("environment", table.environment().label())
                .param("version", version.reference().version())
                .param("zone", table.zone().path())
                .param("day", table.day())
                .param("path", version.reference().file().path())
                .param("rows", version.reference().rows())
                .param("badRows", version.badRows())
                .param("badPath", version.badPath())
                .param("fingerprint", version.fingerprint())
                .param("columns", write(version.columns()))
                .param("inputs", write(version.lineage().inputs()))
                .param("files", write(version.lineage().files()))
                .param("splits", write(version.lineage().splits()))
                .param("runId", version.runId())
                .param("savedAt", version.savedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private DatasetVersion version(ResultSet row) throws SQLException {
        TableId table = table(row);
        var file = new LakeFile(table.environment(), row.getString("path"));
        return new DatasetVersion(
                table,
                new DatasetReference(table.dataset(), table.layer(), row.getInt("version"), file, row.getLong("rows")),
                readList(row.getString("columns"), ColumnProfile.class),
                row.getString("fingerprint"),
                row.getLong("bad_rows"),
                row.getString("bad_path"),
                new Lineage(
                        readList(row.getString("inputs"), DatasetReference.class),
                        readList(row.getString("files"), LakeFile.class),
                        readList(row.getString("splits"), DatasetReference.class)),
                row.getString("run_id"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }

    private static TableId table(ResultSet row) throws SQLException {
        ModelZone zone = ((LakeFolder.OfZone) LakePaths.parse(row.getString("zone"))).zone();
        return new TableId(
                zone,
                new DatasetName(row.getString("dataset")),
                LakeLayer.of(row.getString("layer")),
                EnvironmentTier.of(row.getString("environment")),
                row.getObject("day", LocalDate.class));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value, e);
        }
    }

    private <T> List<T> readList(String text, Class<T> element) {
        try {
            return json.readValue(text, json.getTypeFactory().constructCollectionType(List.class, element));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a list of " + element.getSimpleName(), e);
        }
    }
}
