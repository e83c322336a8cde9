package io.aifactory.lake.sharing;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.MasterDataset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All offers to give back, and what was given. */
@Repository
class ShareBacks {

    private final JdbcClient database;

    ShareBacks(JdbcClient database) {
        this.database = database;
    }

    /** Adds an offer, unless the project gives something back there already; returns whether it was added. */
    boolean add(ShareBack offer) {
        return database.sql("""
                        INSERT INTO share_back
                            (id, project, model, dataset, environment, master_dataset, state, offered_at)
                        VALUES (:id, :project, :model, :dataset, :environment, :master, :state, :at)
                        ON CONFLICT (project, environment, master_dataset) WHERE state IN ('OFFERED', 'ACCEPTED') DO NOTHING""")
                        .param("id", offer.id().value())
                        .param("project", offer.source().project().value())
                        .param("model", offer.source().model().value())
                        .param("dataset", offer.source().dataset().value())
                        .param("environment", offer.environment().label())
                        .param("master", offer.master().toString())
                        .param("state", offer.state().name())
                        .param("at", offer.offeredAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Changes how an offer stands; returns whether it still stood as it was read. */
    boolean become(ShareBack offer, ShareBack.State next) {
        return database.sql("UPDATE share_back SET state = :next WHERE id = :id AND state = :before")
                        .param("next", next.name())
                        .param("id", offer.id().value())
                        .param("before", offer.state().name())
                        .update()
                == 1;
    }

    Optional<ShareBack> find(ShareBackId id) {
        return database.sql("SELECT * FROM share_back WHERE id = :id")
                .param("id", id.value())
                .query((row, number) -> offer(row))
                .optional();
    }

    /** Returns the offers of a project, newest first; all of them if no project is named. */
    List<ShareBack> of(@Nullable ProjectId project) {
        return database.sql("""
                        SELECT * FROM share_back WHERE CAST(:project AS text) IS NULL OR project = :project
                        ORDER BY offered_at DESC, id""")
                .param("project", project == null ? null : project.value())
                .query((row, number) -> offer(row))
                .list();
    }

    /** Notes that a version is in master. */
    void commit(ShareBackId id, long version, long masterVersion, Instant at) {
        database.sql("""
                        INSERT INTO share_back_commit (share_back, version, master_version, committed_at)
                        VALUES (:id, :version, :masterVersion, :at) ON CONFLICT (share_back, version) DO NOTHING""")
                .param("id", id.value())
                .param("version", version)
                .param("masterVersion", masterVersion)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Returns the newest version that is in master; empty if none is. */
    OptionalLong newestOf(ShareBackId id) {
        return database
                .sql("SELECT max(version) FROM share_back_commit WHERE share_back = :id HAVING count(*) > 0")
                .param("id", id.value())
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static ShareBack offer(ResultSet row) throws SQLException {
        return new ShareBack(
                new ShareBackId(row.getString("id")),
                new SharedSource.OfProject(
                        new ProjectId(row.getString("project")),
                        new ModelName(row.getString("model")),
                        new DatasetName(row.getString("dataset"))),
                EnvironmentTier.of(row.getString("environment")),
                MasterDataset.parse(row.getString("master_dataset")),
                ShareBack.State.valueOf(row.getString("state")),
                row.getObject("offered_at", OffsetDateTime.class).toInstant());
    }
}
