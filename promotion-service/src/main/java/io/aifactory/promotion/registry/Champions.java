package io.aifactory.promotion.registry;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The champions of all models and environments, now and at any time before. Nothing is ever removed. */
@Repository
public class Champions {

    private static final String SELECT = """
            SELECT * FROM champion
            WHERE project = :project AND (CAST(:model AS text) IS NULL OR model = :model)
            """;

    private static final String ORDER = " ORDER BY model, since, environment";

    private final JdbcClient database;

    Champions(JdbcClient database) {
        this.database = database;
    }

    /** Returns who leads now; empty if nobody does. */
    public Optional<Champion> current(ProjectId project, ModelName model, EnvironmentTier environment) {
        return query(project, model, " AND environment = :environment AND until IS NULL")
                .param("environment", environment.label())
                .query(ChampionRow::read)
                .optional();
    }

    /** Returns every time a version became champion of an environment, the latest first. */
    public List<Champion> reigns(ProjectId project, ModelName model, int version, EnvironmentTier environment) {
        return query(
                        project,
                        model,
                        " AND version = :version AND environment = :environment ORDER BY since DESC, promotion_id")
                .param("version", version)
                .param("environment", environment.label())
                .query(ChampionRow::read)
                .list();
    }

    /**
     * Makes a version the champion from its {@code since} on, in place of the one before.
     *
     * @return the version that was replaced; empty if it is the first
     */
    public Optional<Integer> enthrone(Champion champion) {
        Optional<Integer> replaced = dethrone(champion);
        database.sql("""
                        INSERT INTO champion (promotion_id, project, model, environment, version, artifact_path,
                            artifact_sha256, artifact_bytes, approved_by, since)
                        VALUES (:promotionId, :project, :model, :environment, :version, :path, :sha256, :bytes,
                            :approvedBy, :since)
                        """)
                .param("promotionId", champion.promotionId())
                .param("project", champion.project().value())
                .param("model", champion.model().value())
                .param("environment", champion.environment().label())
                .param("version", champion.version())
                .param("path", champion.artifact().file().path())
                .param("sha256", champion.artifact().sha256())
                .param("bytes", champion.artifact().bytes())
                .param("approvedBy", champion.approvedBy())
                .param("since", champion.since().atOffset(UTC))
                .update();
        return replaced;
    }

    /** Notes that the champion a promotion made answers on its endpoint; the first time counts. */
    public void markDeployed(String promotionId, Instant at) {
        database.sql("""
                        UPDATE champion SET deployed_at = :at WHERE promotion_id = :promotionId AND deployed_at IS NULL
                        """)
                .param("promotionId", promotionId)
                .param("at", at.atOffset(UTC))
                .update();
    }

    /** Returns who leads now, of one model or of all. */
    public List<Champion> current(ProjectId project, @Nullable ModelName model) {
        return query(project, model, " AND until IS NULL" + ORDER)
                .query(ChampionRow::read)
                .list();
    }

    /** Returns who led at the given time. */
    List<Champion> at(Instant time, ProjectId project, @Nullable ModelName model) {
        return query(project, model, " AND since <= :time AND (until IS NULL OR until > :time)" + ORDER)
                .param("time", time.atOffset(UTC))
                .query(ChampionRow::read)
                .list();
    }

    /** Returns everyone who ever led. */
    List<Champion> history(ProjectId project, @Nullable ModelName model) {
        return query(project, model, ORDER).query(ChampionRow::read).list();
    }

    private Optional<Integer> dethrone(Champion successor) {
        return database.sql("""
                        UPDATE champion SET until = :since
                        WHERE project = :project AND model = :model AND environment = :environment AND until IS NULL
                        RETURNING version
                        """)
                .param("since", successor.since().atOffset(UTC))
                .param("project", successor.project().value())
                .param("model", successor.model().value())
                .param("environment", successor.environment().label())
                .query(Integer.class)
                .optional();
    }

    private JdbcClient.StatementSpec query(ProjectId project, @Nullable ModelName model, String condition) {
        return database.sql(SELECT + condition)
                .param("project", project.value())
                .param("model", model == null ? null : model.value());
    }
}
