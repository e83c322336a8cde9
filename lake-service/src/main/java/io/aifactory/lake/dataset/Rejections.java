package io.aifactory.lake.dataset;

import io.aifactory.contracts.events.DatasetRejected;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.messaging.Outbox;
import io.aifactory.lake.lineage.LineageStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files that could not be used, and why. */
@Repository
public class Rejections {

    private final JdbcClient database;
    private final LineageStore lineage;
    private final Outbox outbox;

    Rejections(JdbcClient database, LineageStore lineage, Outbox outbox) {
        this.database = database;
        this.lineage = lineage;
        this.outbox = outbox;
    }

    /**
     * A file that could not be used.
     *
     * @param model the model
     * @param dataset the dataset it was meant for
     * @param environment the environment
     * @param path where the file lies
     * @param reason why
     * @param rejectedAt when
     */
    record Rejection(
            String model, String dataset, String environment, String path, String reason, Instant rejectedAt) {}

    /**
     * Keeps a rejection and tells everybody, with the surrounding transaction. Everybody is told once of a content; of one that
     * is turned away again, after settings have changed, the newest reason is kept.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DatasetRejected rejected) {
        boolean added = database.sql("""
                        INSERT INTO rejection (environment, path, etag, project, model, dataset, reason, rejected_at)
                        VALUES (:environment, :path, :etag, :project, :model, :dataset, :reason, :at)
                        ON CONFLICT (environment, path, etag) DO UPDATE SET reason = excluded.reason, rejected_at = excluded.rejected_at
                        WHERE rejection.reason <> excluded.reason
                        RETURNING xmax = 0""")
                .param("environment", rejected.file().environment().label())
                .param("path", rejected.file().path())
                .param("etag", rejected.fileVersion())
                .param("project", rejected.project().value())
                .param("model", rejected.model().value())
                .param("dataset", rejected.dataset().value())
                .param("reason", rejected.reason())
                .param("at", rejected.rejectedAt().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (added) {
            lineage.add(rejected);
            outbox.publish(rejected);
        }
    }

    List<Rejection> of(ProjectId project, @Nullable ModelName model) {
        return database.sql("""
                        SELECT * FROM rejection WHERE project = :project AND (CAST(:model AS text) IS NULL OR model = :model)
                        ORDER BY rejected_at DESC, path""")
                .param("project", project.value())
                .param("model", model == null ? null : model.value())
                .query((row, number) -> rejection(row))
                .list();
    }

    private static Rejection rejection(ResultSet row) throws SQLException {
        return new Rejection(
                row.getString("model"),
                row.getString("dataset"),
                row.getString("environment"),
                row.getString("path"),
                row.getString("reason"),
                row.getObject("rejected_at", OffsetDateTime.class).toInstant());
    }
}
