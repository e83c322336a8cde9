package io.aifactory.lake.master;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.MasterPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The master tables the factory writes. All versions are in the tables' own logs; this is where to begin. */
@Repository
public class KnownTables {

    private final JdbcClient database;

    KnownTables(JdbcClient database) {
        this.database = database;
    }

    /** Returns the table as it was written last; empty if it never was. */
    public Optional<KnownTable> find(MasterTableId table) {
        return database.sql("SELECT * FROM master_table WHERE environment = :environment AND path = :path")
                .param("environment", table.environment().label())
                .param("path", table.table().path())
                .query((row, number) -> known(row))
                .optional();
    }

    /** Notes what a table was written as. */
    public void keep(KnownTable known) {
        database.sql("""
                        INSERT INTO master_table
                            (environment, path, version, rows, bad_rows, made_from, fingerprint, committed_at)
                        VALUES (:environment, :path, :version, :rows, :badRows, :madeFrom, :fingerprint, :at)
                        ON CONFLICT (environment, path) DO UPDATE SET version = excluded.version, rows = excluded.rows,
                            bad_rows = excluded.bad_rows, made_from = excluded.made_from,
                            fingerprint = excluded.fingerprint, committed_at = excluded.committed_at""")
                .param("environment", known.table().environment().label())
                .param("path", known.table().table().path())
                .param("version", known.version())
                .param("rows", known.rows())
                .param("badRows", known.badRows())
                .param("madeFrom", known.madeFrom())
                .param("fingerprint", known.fingerprint())
                .param("at", known.committedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<KnownTable> all() {
        return database.sql("SELECT * FROM master_table ORDER BY path, environment")
                .query((row, number) -> known(row))
                .list();
    }

    private static KnownTable known(ResultSet row) throws SQLException {
        var folder = (MasterPath.TableFolder) LakePaths.parse(row.getString("path"));
        return new KnownTable(
                new MasterTableId(EnvironmentTier.of(row.getString("environment")), folder.table()),
                row.getLong("version"),
                row.getLong("rows"),
                row.getLong("bad_rows"),
                row.getString("made_from"),
                row.getString("fingerprint"),
                row.getObject("committed_at", OffsetDateTime.class).toInstant());
    }
}
