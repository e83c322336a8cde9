package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All shares that ever were. */
@Repository
class Shares {

    private final JdbcClient database;

    Shares(JdbcClient database) {
        this.database = database;
    }

    /** Adds a share, unless the same is in force already; returns whether it was added. */
    boolean add(Share share) {
        return database.sql("""
                        INSERT INTO share (id, source, environment, project, shared_at)
                        VALUES (:id, :source, :environment, :project, :at)
                        ON CONFLICT (source, environment, project) WHERE revoked_at IS NULL DO NOTHING""")
                        .param("id", share.id().value())
                        .param("source", share.source().text())
                        .param("environment", share.environment().label())
                        .param("project", share.project().value())
                        .param("at", share.sharedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Ends a share; returns whether it was in force. */
    boolean revoke(ShareId id, Instant at) {
        return database.sql("UPDATE share SET revoked_at = :at WHERE id = :id AND revoked_at IS NULL")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Share> find(ShareId id) {
        return database.sql("SELECT * FROM share WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> share(row))
                .optional();
    }

    /** Returns the share and keeps others from ending it until the transaction is over; empty if it is not in force. */
    Optional<Share> lockInForce(ShareId id) {
        return database.sql("SELECT * FROM share WHERE id = :id AND revoked_at IS NULL FOR SHARE")
                .param("id", id.value())
                .query((row, number) -> share(row))
                .optional();
    }

    /** Returns the shares of a source that are in force. */
    List<Share> inForce(SharedSource source, EnvironmentTier environment) {
        return database.sql("""
                        SELECT * FROM share
                        WHERE source = :source AND environment = :environment AND revoked_at IS NULL ORDER BY shared_at, id""")
                .param("source", source.text())
                .param("environment", environment.label())
                .query((row, number) -> share(row))
                .list();
    }

    /** Returns the shares that a project gave or got, newest first; all of them if no project is named. */
    List<Share> of(@Nullable ProjectId project) {
        return database.sql("""
                        SELECT * FROM share
                        WHERE CAST(:project AS text) IS NULL OR project = :project OR starts_with(source, :owned)
                        ORDER BY shared_at DESC, id""")
                .param("project", project == null ? null : project.value())
                .param("owned", "projects/" + project + "/")
                .query((row, number) -> share(row))
                .list();
    }

    /** Returns the projects with which a project shares something in an environment. */
    Set<ProjectId> guestsOf(ProjectId owner, EnvironmentTier environment) {
        return Set.copyOf(database.sql("""
                        SELECT DISTINCT project FROM share
                        WHERE starts_with(source, :owned) AND environment = :environment AND revoked_at IS NULL""")
                .param("owned", "projects/" + owner + "/")
                .param("environment", environment.label())
                .query((row, number) -> new ProjectId(row.getString(1)))
                .list());
    }

    private static Share share(ResultSet row) throws SQLException {
        OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new Share(
                new ShareId(row.getString("id")),
                SharedSource.parse(row.getString("source")),
                EnvironmentTier.of(row.getString("environment")),
                new ProjectId(row.getString("project")),
                row.getObject("shared_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
