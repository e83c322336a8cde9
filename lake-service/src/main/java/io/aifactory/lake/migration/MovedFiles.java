package io.aifactory.lake.migration;

import io.aifactory.contracts.events.EnvironmentTier;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which files were moved, how far, and which could not be. */
@Repository
class MovedFiles {

    private final JdbcClient database;
    private final Clock clock;

    MovedFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A copy that was made.
     *
     * @param target where it lies
     * @param sha256 the hash of what was copied
     */
    record Copy(String target, String sha256) {}

    /** Returns the copy of a file that may still lie where it was. */
    Optional<Copy> copyOf(EnvironmentTier environment, String source) {
        return database.sql("""
                        SELECT target, sha256 FROM lake_migration_move
                        WHERE environment = :environment AND source = :source AND state <> 'FAILED'""")
                .param("environment", environment.label())
                .param("source", source)
                .query((row, number) -> new Copy(row.getString("target"), row.getString("sha256")))
                .optional();
    }

    /** Returns the files that could not be moved. */
    List<MigrationPlan.Remark> failed(EnvironmentTier environment) {
        return database.sql("""
                        SELECT source, reason FROM lake_migration_move
                        WHERE environment = :environment AND state = 'FAILED' ORDER BY source""")
                .param("environment", environment.label())
                .query((row, number) -> new MigrationPlan.Remark(row.getString("source"), row.getString("reason")))
                .list();
    }

    long done(EnvironmentTier environment) {
        return database.sql(
                        "SELECT count(*) FROM lake_migration_move WHERE environment = :environment AND state = 'DONE'")
                .param("environment", environment.label())
                .query(Long.class)
                .single();
    }

    /** Returns the files that were copied and perhaps not removed where they were. */
    List<String> copied(EnvironmentTier environment) {
        return database.sql(
                        "SELECT source FROM lake_migration_move WHERE environment = :environment AND state = 'COPIED'")
                .param("environment", environment.label())
                .query(String.class)
                .list();
    }

    void copied(EnvironmentTier environment, String source, Copy copy) {
        write(environment, source, copy.target(), "COPIED", copy.sha256(), null);
    }

    /** Says that a file that was copied is no longer where it was. */
    void done(EnvironmentTier environment, String source) {
        database.sql("""
                        UPDATE lake_migration_move SET state = 'DONE', moved_at = :now
                        WHERE environment = :environment AND source = :source""")
                .param("environment", environment.label())
                .param("source", source)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Says why a file could not be moved, unless somebody else has moved it. */
    void failed(EnvironmentTier environment, String source, String target, String reason) {
        write(environment, source, target, "FAILED", null, reason);
    }

    private void write(
            EnvironmentTier environment,
            String source,
            String target,
            String state,
            @Nullable String sha256,
            @Nullable String reason) {
        database.sql("""
                        INSERT INTO lake_migration_move (environment, source, target, state, sha256, reason, moved_at)
                        VALUES (:environment, :source, :target, :state, :sha256, :reason, :now)
                        ON CONFLICT (environment, source) DO UPDATE SET target = excluded.target, state = excluded.state,
                            sha256 = excluded.sha256, reason = excluded.reason, moved_at = excluded.moved_at
                        WHERE excluded.state <> 'FAILED' OR lake_migration_move.state = 'FAILED'""")
                .param("environment", environment.label())
                .param("source", source)
                .param("target", target)
                .param("state", state)
                .param("sha256", sha256)
                .param("reason", reason)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
