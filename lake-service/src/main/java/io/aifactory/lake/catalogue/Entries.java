package io.aifactory.lake.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.lake.dataset.RegistryName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds versions for lists. */
@Repository
class Entries {

    private final JdbcClient database;
    private final ObjectMapper json;

    Entries(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Returns all that a search means, by project, model, registry name, environment and version. */
    List<Entry> find(EntrySearch search) {
        return find(EntryQuery.all(search));
    }

    /** Returns at most so many of what a search means, in the same order, from where a page ended. */
    List<Entry> find(EntrySearch search, @Nullable Cursor after, int limit) {
        return find(EntryQuery.page(search, after, limit));
    }

    private List<Entry> find(EntryQuery query) {
        return database.sql(query.sql())
                .params(query.parameters())
                .query((row, number) -> entry(row))
                .list();
    }

    private Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                new ProjectId(row.getString("project")),
                new ModelName(row.getString("model")),
                new DatasetName(row.getString("dataset")),
                LakeLayer.of(row.getString("layer")),
                EnvironmentTier.of(row.getString("environment")),
                new RegistryName(row.getString("registry_name")),
                DataPhase.of(row.getString("phase")),
                row.getInt("version"),
                State.of(row.getObject("removed_at")),
                row.getLong("rows"),
                row.getLong("bad_rows"),
                row.getString("path"),
                row.getString("run_id"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                tags(row.getString("tags")));
    }

    private Map<String, String> tags(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read tags", e);
        }
    }
}
