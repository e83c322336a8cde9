package io.aifactory.lake.migration;

import io.aifactory.contracts.events.EnvironmentTier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the migration of each lake stands. */
@Repository
class MigrationRuns {

    private final JdbcClient database;
    private final Clock clock;

    MigrationRuns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<MigrationRun> of(EnvironmentTier environment) {
        return database.sql("SELECT * FROM lake_migration WHERE environment = :environment")
                .param("environment", environment.label())
                .query((row, number) -> run(row))
                .optional();
    }

    /** Starts a run, unless one is running. */
    void start(EnvironmentTier environment, String person) {
        database.sql("""
                        INSERT INTO lake_migration (environment, state, started_by, started_at)
                        VALUES (:environment, 'RUNNING', :person, :now)
                        ON CONFLICT (environment) DO UPDATE SET state = 'RUNNING', started_by = excluded.started_by,
                            started_at = excluded.started_at, finished_at = NULL
                        WHERE lake_migration.state <> 'RUNNING'""")
                .param("environment", environment.label())
                .param("person", person)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void finish(EnvironmentTier environment, MigrationRun.State state) {
        database.sql("UPDATE lake_migration SET state = :state, finished_at = :now WHERE environment = :environment")
                .param("environment", environment.label())
                .param("state", state.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static MigrationRun run(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new MigrationRun(
                MigrationRun.State.valueOf(row.getString("state")),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
