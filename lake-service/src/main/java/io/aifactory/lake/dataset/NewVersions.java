package io.aifactory.lake.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts and adds versions. */
@Repository
class NewVersions {

    private final JdbcClient database;
    private final VersionRows rows;

    NewVersions(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.rows = new VersionRows(json);
    }

    /** Returns the number the next version of a table has. */
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

    /** Adds the newest version of a table. Who calls it holds the lock on the model and its environment. */
    void add(DatasetVersion version, List<List<@Nullable String>> sample) {
        TableId table = version.table();
        RegisteredDataset dataset = RegisteredDataset.of(table);
        database.sql("""
                        UPDATE dataset_version SET newest = false
                        WHERE project = :project AND model = :model AND registry_name = :name
                            AND environment = :environment AND phase = :phase AND newest""")
                .params(VersionRows.named(dataset))
                .param("phase", table.phase().label())
                .update();
        database.sql("""
                        INSERT INTO dataset_version (project, model, dataset, layer, environment, version, zone, day, path,
                            rows, bad_rows, bad_path, fingerprint, columns, inputs, files, splits, run_id, saved_at,
                            registry_name, phase, newest, tags, sample, terms)
                        VALUES (:project, :model, :dataset, :layer, :environment, :version, :zone, :day, :path,
                            :rows, :badRows, :badPath, :fingerprint, CAST(:columns AS json), CAST(:inputs AS json),
                            CAST(:files AS json), CAST(:splits AS json), :runId, :savedAt,
                            :name, :phase, true, CAST(:tags AS jsonb), CAST(:sample AS jsonb), catalogue_terms(:terms))""")
                .params(VersionRows.named(dataset))
                .param("phase", table.phase().label())
                .param("dataset", table.dataset().value())
                .param("layer", table.layer().label())
                .param("version", version.reference().version())
                .param("zone", table.zone().path())
                .param("day", table.day())
                .param("path", version.reference().file().path())
                .param("rows", version.reference().rows())
                .param("badRows", version.badRows())
                .param("badPath", version.badPath())
                .param("fingerprint", version.fingerprint())
                .param("columns", rows.write(version.columns()))
                .param("inputs", rows.write(version.lineage().inputs()))
                .param("files", rows.write(version.lineage().files()))
                .param("splits", rows.write(version.lineage().splits()))
                .param("runId", version.runId())
                .param("savedAt", version.savedAt().atOffset(ZoneOffset.UTC))
                .param("tags", rows.write(version.tags()))
                .param("sample", rows.write(sample))
                .param("terms", terms(version))
                .update();
    }

    private static String[] terms(DatasetVersion version) {
        TableId table = version.table();
        var terms = new ArrayList<>(version.columnNames());
        version.tags().forEach((name, value) -> terms.add(name + "=" + value));
        terms.addAll(List.of(
                table.zone().project().value(),
                table.zone().model().value(),
                table.dataset().value(),
                table.layer().label(),
                table.environment().label(),
                table.registryName().value()));
        return terms.toArray(String[]::new);
    }
}
