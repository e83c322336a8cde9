package io.aifactory.lake.master;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.MasterDataset;
import io.aifactory.contracts.lake.MasterPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All files that ever landed in master. */
@Repository
class MasterFiles {

    private final JdbcClient database;
    private final Clock clock;

    MasterFiles(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Returns what is known of a file; empty if it was never looked at. */
    Optional<MasterFile> find(EnvironmentTier environment, MasterPath.In path) {
        return database.sql("SELECT * FROM master_file WHERE environment = :environment AND path = :path")
                .param("environment", environment.label())
                .param("path", path.path())
                .query((row, number) -> file(row))
                .optional();
    }

    /** Notes a file that is there, and returns it. Content that differs from what was there before is the newest. */
    MasterFile look(EnvironmentTier environment, MasterPath.In path, String etag, String sha256) {
        return database.sql("""
                        INSERT INTO master_file (environment, path, dataset, number, etag, sha256, state, looked_at)
                        VALUES (:environment, :path, :dataset, nextval('master_file_number'), :etag, :sha256, 'NEW', :now)
                        ON CONFLICT (environment, path) DO UPDATE SET etag = excluded.etag, sha256 = excluded.sha256,
                            looked_at = excluded.looked_at,
                            number = CASE WHEN master_file.sha256 = excluded.sha256 THEN master_file.number
                                ELSE excluded.number END,
                            state = CASE WHEN master_file.sha256 = excluded.sha256 THEN master_file.state ELSE 'NEW' END,
                            reason = CASE WHEN master_file.sha256 = excluded.sha256 THEN master_file.reason END
                        RETURNING *""")
                .param("environment", environment.label())
                .param("path", path.path())
                .param("dataset", path.dataset().toString())
                .param("etag", etag)
                .param("sha256", sha256)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> file(row))
                .single();
    }

    /** Says that a file's rows are in bronze. */
    void commit(MasterFile file) {
        settle(file, MasterFile.State.COMMITTED, null);
    }

    /** Says that a file can't be used, and why. */
    void reject(MasterFile file, String reason) {
        settle(file, MasterFile.State.REJECTED, reason);
    }

    /** Returns the files of a dataset, newest first. */
    List<MasterFile> of(MasterDataset dataset) {
        return database.sql("SELECT * FROM master_file WHERE dataset = :dataset ORDER BY number DESC")
                .param("dataset", dataset.toString())
                .query((row, number) -> file(row))
                .list();
    }

    private void settle(MasterFile file, MasterFile.State state, @Nullable String reason) {
        database.sql("""
                        UPDATE master_file SET state = :state, reason = :reason
                        WHERE environment = :environment AND path = :path AND number = :number""")
                .param("state", state.name())
                .param("reason", reason)
                .param("environment", file.environment().label())
                .param("path", file.path().path())
                .param("number", file.number())
                .update();
    }

    private static MasterFile file(ResultSet row) throws SQLException {
        return new MasterFile(
                EnvironmentTier.of(row.getString("environment")),
                (MasterPath.In) LakePaths.parse(row.getString("path")),
                row.getLong("number"),
                row.getString("etag"),
                row.getString("sha256"),
                MasterFile.State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant());
    }
}
