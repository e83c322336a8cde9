package io.aifactory.lake.catalogue;

import io.aifactory.contracts.events.ProjectId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A search as SQL that asks for nothing but what is looked for, so that the indexes made for it are used. */
final class EntryQuery {

    private static final String KEY = "(project, model, registry_name, environment, version)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private String laterFrom = "";
    private String end = "";

    /** Asks for all that is meant. */
    static EntryQuery all(EntrySearch search) {
        return new EntryQuery(search, null);
    }

    /** Asks for one page of it. */
    static EntryQuery page(EntrySearch search, @Nullable Cursor after, int limit) {
        var query = new EntryQuery(search, after);
        query.end = " LIMIT " + limit;
        return query;
    }

    private EntryQuery(EntrySearch search, @Nullable Cursor after) {
        beginAfter(after);
        of(search.projects());
        where(
                "model = :model",
                "model",
                search.model() == null ? null : search.model().value());
        where(
                "dataset = :dataset",
                "dataset",
                search.dataset() == null ? null : search.dataset().value());
        where(
                "layer = :layer",
                "layer",
                search.layer() == null ? null : search.layer().label());
        where(
                "environment = :environment",
                "environment",
                search.environment() == null ? null : search.environment().label());
        where(
                "terms @@ CAST(:words AS tsquery)",
                "words",
                search.words().isEmpty() ? null : search.words().query());
        if (search.asOf() == null) {
            newest(search.latest());
        } else {
            newestThen(search.asOf(), search.latest());
        }
    }

    String sql() {
        return """
                SELECT project, model, dataset, layer, environment, registry_name, phase, version, path, rows, bad_rows,
                    run_id, saved_at, removed_at, tags
                FROM dataset_version AS v WHERE %s ORDER BY project, model, registry_name, environment, version%s""".formatted(conditions.isEmpty() ? "true" : String.join(" AND ", conditions), end);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** What is later has the same names; to say so twice keeps PostgreSQL from reading all that stands before the page. */
    private void beginAfter(@Nullable Cursor after) {
        if (after != null) {
            conditions.add(KEY + " > (:project, :afterModel, :name, :afterEnvironment, :version)");
            laterFrom = " AND (later.project, later.model, later.registry_name, later.environment)"
                    + " >= (:project, :afterModel, :name, :afterEnvironment)";
            parameters.put("project", after.project());
            parameters.put("afterModel", after.model());
            parameters.put("name", after.registryName());
            parameters.put("afterEnvironment", after.environment());
            parameters.put("version", after.version());
        }
    }

    private void of(@Nullable Set<ProjectId> projects) {
        if (projects != null) {
            conditions.add("project = ANY (:projects)");
            parameters.put(
                    "projects", projects.stream().map(ProjectId::value).sorted().toArray(String[]::new));
        }
    }

    private void where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private void newest(boolean latest) {
        if (latest) {
            conditions.add("newest");
        }
    }

    private void newestThen(AsOf asOf, boolean latest) {
        conditions.add("saved_at <= :until");
        parameters.put("until", asOf.until().atOffset(ZoneOffset.UTC));
        if (latest) {
            conditions.add("""
                    NOT EXISTS (SELECT 1 FROM dataset_version AS later
                        WHERE later.project = v.project AND later.model = v.model
                            AND later.registry_name = v.registry_name AND later.environment = v.environment
                            AND later.phase = v.phase AND later.version > v.version AND later.saved_at <= :until%s)""".formatted(laterFrom));
        }
    }
}
