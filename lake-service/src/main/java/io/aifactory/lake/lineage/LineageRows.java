package io.aifactory.lake.lineage;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads nodes from their table. */
final class LineageRows {

    private LineageRows() {}

    static LineageNode node(ResultSet row, int number) throws SQLException {
        NodeKind kind = NodeKind.valueOf(row.getString("kind"));
        var project = new ProjectId(row.getString("project"));
        var model = new ModelName(row.getString("model"));
        String dataset = row.getString("dataset");
        String layer = row.getString("layer");
        LakeLayer refined = layer == null ? null : LakeLayer.of(layer);
        return new LineageNode(
                row.getString("name"),
                kind,
                project,
                model,
                dataset,
                refined,
                EnvironmentTier.of(row.getString("environment")),
                row.getObject("version", Integer.class),
                row.getString("path"),
                row.getString("sha256"),
                row.getObject("rows", Long.class),
                run(row, job(kind, project, model, dataset, refined)),
                row.getString("rejected"));
    }

    private static Job job(
            NodeKind kind, ProjectId project, ModelName model, @Nullable String dataset, @Nullable LakeLayer layer) {
        return switch (kind) {
            case FILE, DATASET -> Job.refining(project, model, dataset, layer);
            case MODEL -> Job.training(project, model);
            case SCORING -> Job.scoring(project, model);
        };
    }

    private static @Nullable Run run(ResultSet row, Job job) throws SQLException {
        String id = row.getString("run_id");
        return id == null
                ? null
                : new Run(
                        id, job, row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
