package io.aifactory.scoring.deployment;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.LakeFile;
import io.aifactory.contracts.events.ModelArtifactReference;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All deployments; of an endpoint at most one is ready. */
@Repository
class Deployments {

    private static final String OF_ENDPOINT = " project = :project and environment = :environment and model = :model ";

    private final JdbcClient jdbc;

    Deployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Deployment deployment) {
        var artifact = deployment.artifact();
        jdbc.sql("""
                insert into deployment (deployment_id, project, environment, model, promotion_id, version,
                    artifact_path, artifact_sha256, artifact_bytes, promoted_at, state)
                values (:id, :project, :environment, :model, :promotionId, :version,
                    :path, :sha256, :bytes, :promotedAt, :state)
                on conflict do nothing""")
                .params(keyOf(deployment.endpoint()))
                .param("id", deployment.id())
                .param("promotionId", deployment.promotionId())
                .param("version", deployment.version())
                .param("path", artifact.file().path())
                .param("sha256", artifact.sha256())
                .param("bytes", artifact.bytes())
                .param("promotedAt", deployment.promotedAt().atOffset(UTC))
                .param("state", deployment.state().name())
                .update();
    }

    Deployment get(String id) {
        return jdbc.sql("select * from deployment where deployment_id = :id")
                .param("id", id)
                .query(Deployments::deployment)
                .single();
    }

    /** Returns what answers now, or is to answer again after a restart. */
    List<Deployment> ready() {
        return jdbc.sql("select * from deployment where state = 'READY' order by deployment_id")
                .query(Deployments::deployment)
                .list();
    }

    Optional<Deployment> readyOf(ScoringEndpoint endpoint) {
        return jdbc.sql("select * from deployment where state = 'READY' and" + OF_ENDPOINT)
                .params(keyOf(endpoint))
                .query(Deployments::deployment)
                .optional();
    }

    boolean isBeingDeployed(ScoringEndpoint endpoint) {
        return jdbc.sql("select count(*) from deployment where state = 'CREATING' and" + OF_ENDPOINT)
                        .params(keyOf(endpoint))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Returns the last deployment that brought the version to the endpoint. */
    Optional<Deployment> ofVersion(ScoringEndpoint endpoint, int version) {
        return jdbc.sql("select * from deployment where state in ('READY', 'RETIRED') and" + OF_ENDPOINT
                        + "and version = :version order by promoted_at desc limit 1")
                .params(keyOf(endpoint))
                .param("version", version)
                .query(Deployments::deployment)
                .optional();
    }

    /** Makes this deployment the ready one, in place of the one before. */
    void ready(Deployment deployment, Instant at) {
        jdbc.sql("update deployment set state = 'RETIRED' where state = 'READY' and" + OF_ENDPOINT)
                .params(keyOf(deployment.endpoint()))
                .update();
        jdbc.sql("update deployment set state = 'READY', deployed_at = :at where deployment_id = :id")
                .param("at", at.atOffset(UTC))
                .param("id", deployment.id())
                .update();
    }

    void fail(Deployment deployment, String reason) {
        jdbc.sql("update deployment set state = 'FAILED', reason = :reason where deployment_id = :id")
                .param("reason", reason)
                .param("id", deployment.id())
                .update();
    }

    void retireAll(ProjectId project) {
        jdbc.sql("update deployment set state = 'RETIRED' where state = 'READY' and project = :project")
                .param("project", project.value())
                .update();
        jdbc.sql("""
                update deployment set state = 'FAILED', reason = 'the project was given up'
                where state = 'CREATING' and project = :project""").param("project", project.value()).update();
    }

    private static Map<String, Object> keyOf(ScoringEndpoint endpoint) {
        return Map.of(
                "project", endpoint.project().value(),
                "environment", endpoint.environment().label(),
                "model", endpoint.model().value());
    }

    private static Deployment deployment(ResultSet row, int number) throws SQLException {
        var environment = EnvironmentTier.of(row.getString("environment"));
        return new Deployment(
                new ScoringEndpoint(
                        new ProjectId(row.getString("project")), environment, new ModelName(row.getString("model"))),
                row.getString("promotion_id"),
                row.getInt("version"),
                new ModelArtifactReference(
                        new LakeFile(environment, row.getString("artifact_path")),
                        row.getString("artifact_sha256"),
                        row.getLong("artifact_bytes")),
                row.getTimestamp("promoted_at").toInstant(),
                DeploymentState.valueOf(row.getString("state")));
    }
}
