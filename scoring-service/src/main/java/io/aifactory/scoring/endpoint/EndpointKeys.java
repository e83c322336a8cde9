package io.aifactory.scoring.endpoint;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.events.ProjectId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The keys of all endpoints, hashed. A revoked key stays on record. */
@Repository
class EndpointKeys {

    private final JdbcClient jdbc;

    EndpointKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(ScoringEndpoint endpoint, String keyId, KeyHash hash, String madeBy, Instant at) {
        jdbc.sql("""
                insert into endpoint_key (key_id, project, environment, model, salt, hash, made_by, made_at)
                values (:keyId, :project, :environment, :model, :salt, :hash, :madeBy, :at)""")
                .params(Endpoints.keyOf(endpoint))
                .param("keyId", keyId)
                .param("salt", hash.salt())
                .param("hash", hash.hash())
                .param("madeBy", madeBy)
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<KeyRecord> find(String keyId) {
        return jdbc.sql("select * from endpoint_key where key_id = :keyId and revoked_at is null")
                .param("keyId", keyId)
                .query((row, number) ->
                        new KeyRecord(Endpoints.endpoint(row), new KeyHash(row.getBytes("salt"), row.getBytes("hash"))))
                .optional();
    }

    boolean revoke(ScoringEndpoint endpoint, String keyId, String by, Instant at) {
        return jdbc.sql("""
                update endpoint_key set revoked_by = :by, revoked_at = :at
                where key_id = :keyId and revoked_at is null
                and project = :project and environment = :environment and model = :model""")
                        .params(Endpoints.keyOf(endpoint))
                        .param("keyId", keyId)
                        .param("by", by)
                        .param("at", at.atOffset(UTC))
                        .update()
                > 0;
    }

    void revokeAll(ProjectId project, String by, Instant at) {
        jdbc.sql("""
                update endpoint_key set revoked_by = :by, revoked_at = :at
                where project = :project and revoked_at is null""")
                .param("project", project.value())
                .param("by", by)
                .param("at", at.atOffset(UTC))
                .update();
    }
}
