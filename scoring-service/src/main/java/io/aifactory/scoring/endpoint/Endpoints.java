package io.aifactory.scoring.endpoint;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All endpoints. An endpoint opens with the first promotion of its model to its environment, and stays. */
@Repository
public class Endpoints {

    private final JdbcClient jdbc;

    Endpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that the endpoint exists. */
    public void open(ScoringEndpoint endpoint, Instant at) {
        jdbc.sql("""
                insert into endpoint (project, environment, model, opened_at)
                values (:project, :environment, :model, :at) on conflict do nothing""").params(keyOf(endpoint)).param("at", at.atOffset(UTC)).update();
    }

    /** Holds the endpoint until the transaction ends: whoever deploys to it meanwhile waits. */
    public void lock(ScoringEndpoint endpoint) {
        jdbc.sql("""
                select model from endpoint
                where project = :project and environment = :environment and model = :model for update""").params(keyOf(endpoint)).query(String.class).single();
    }

    /** Notes which version answers from now on. */
    public void answersWith(ScoringEndpoint endpoint, int version, Instant since) {
        jdbc.sql("""
                update endpoint set version = :version, deployed_at = :since
                where project = :project and environment = :environment and model = :model""")
                .params(keyOf(endpoint))
                .param("version", version)
                .param("since", since.atOffset(UTC))
                .update();
    }

    boolean exists(ScoringEndpoint endpoint) {
        return jdbc.sql("""
                select count(*) from endpoint
                where project = :project and environment = :environment and model = :model""").params(keyOf(endpoint)).query(Long.class).single() > 0;
    }

    List<EndpointOverview> of(ProjectId project) {
        return jdbc.sql("""
                select e.*, (select count(*) from endpoint_key k
                    where k.project = e.project and k.environment = e.environment and k.model = e.model
                    and k.revoked_at is null) as keys
                from endpoint e where e.project = :project order by e.model, e.opened_at""")
                .param("project", project.value())
                .query(Endpoints::overview)
                .list();
    }

    static Map<String, Object> keyOf(ScoringEndpoint endpoint) {
        return Map.of(
                "project", endpoint.project().value(),
                "environment", endpoint.environment().label(),
                "model", endpoint.model().value());
    }

    static ScoringEndpoint endpoint(ResultSet row) throws SQLException {
        return new ScoringEndpoint(
                new ProjectId(row.getString("project")),
                EnvironmentTier.of(row.getString("environment")),
                new ModelName(row.getString("model")));
    }

    private static EndpointOverview overview(ResultSet row, int number) throws SQLException {
        var endpoint = endpoint(row);
        Timestamp deployedAt = row.getTimestamp("deployed_at");
        return new EndpointOverview(
                endpoint.environment(),
                endpoint.model(),
                row.getObject("version", Integer.class),
                endpoint.path(),
                deployedAt == null ? null : deployedAt.toInstant(),
                row.getInt("keys"));
    }
}
