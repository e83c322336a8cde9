package io.aifactory.lake.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DataPhase;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads versions from rows of the database, and writes the parts of them that are kept as JSON. */
final class VersionRows {

    private final ObjectMapper json;

    VersionRows(ObjectMapper json) {
        this.json = json;
    }

    DatasetVersion version(ResultSet row) throws SQLException {
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
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                readTags(row.getString("tags")),
                instant(row.getObject("removed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static TableId table(ResultSet row) throws SQLException {
        ModelZone zone = ((LakeFolder.OfZone) LakePaths.parse(row.getString("zone"))).zone();
        return new TableId(
                zone,
                new DatasetName(row.getString("dataset")),
                LakeLayer.of(row.getString("layer")),
                EnvironmentTier.of(row.getString("environment")),
                row.getObject("day", LocalDate.class),
                DataPhase.of(row.getString("phase")));
    }

    /** Returns the values that tell the rows of a registered dataset from others. */
    static Map<String, Object> named(RegisteredDataset dataset) {
        return Map.of(
                "project", dataset.project().value(),
                "model", dataset.model().value(),
                "name", dataset.name().value(),
                "environment", dataset.environment().label());
    }

    String write(Object value) {
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

    List<List<@Nullable String>> sample(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a sample", e);
        }
    }

    private Map<String, String> readTags(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read tags", e);
        }
    }
}
