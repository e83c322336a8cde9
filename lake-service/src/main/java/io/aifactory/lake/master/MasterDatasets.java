package io.aifactory.lake.master;

import io.aifactory.contracts.lake.MasterDataset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the core team said of each dataset of master. */
@Repository
public class MasterDatasets {

    private final JdbcClient database;

    MasterDatasets(JdbcClient database) {
        this.database = database;
    }

    void describe(DescribedDataset described) {
        database.sql("""
                        INSERT INTO master_dataset (dataset, key_column, described_by, reason, described_at)
                        VALUES (:dataset, :key, :by, :reason, :at)
                        ON CONFLICT (dataset) DO UPDATE SET key_column = excluded.key_column,
                            described_by = excluded.described_by, reason = excluded.reason,
                            described_at = excluded.described_at""")
                .param("dataset", described.dataset().toString())
                .param("key", described.key())
                .param("by", described.describedBy())
                .param("reason", described.reason())
                .param("at", described.describedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<DescribedDataset> find(MasterDataset dataset) {
        return database.sql("SELECT * FROM master_dataset WHERE dataset = :dataset")
                .param("dataset", dataset.toString())
                .query((row, number) -> described(row))
                .optional();
    }

    /** Returns whether the core team described the dataset. */
    public boolean isDescribed(MasterDataset dataset) {
        return find(dataset).isPresent();
    }

    List<DescribedDataset> all() {
        return database.sql("SELECT * FROM master_dataset ORDER BY dataset")
                .query((row, number) -> described(row))
                .list();
    }

    private static DescribedDataset described(ResultSet row) throws SQLException {
        return new DescribedDataset(
                MasterDataset.parse(row.getString("dataset")),
                row.getString("key_column"),
                row.getString("described_by"),
                row.getString("reason"),
                row.getObject("described_at", OffsetDateTime.class).toInstant());
    }
}
