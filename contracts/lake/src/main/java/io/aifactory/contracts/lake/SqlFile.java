package io.aifactory.contracts.lake;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import org.jspecify.annotations.Nullable;

/**
 * The query by which a team has its data refined: {@code …/train/ds01_diabetes/sql/dev/in_to_silver.sql} for a source dataset,
 * {@code …/train/sql/dev/silver_to_gold.sql} for the merge. Each query that was ever used is kept as a version that never
 * changes, at {@code …/train/ds01_diabetes/out/sql/dev/v2/in_to_silver.sql} or {@code …/train/gold/sql/dev/v2/silver_to_gold.sql}.
 *
 * @param zone the model
 * @param dataset the source dataset; absent for the merge
 * @param environment the environment
 * @param version which version; absent for the one that counts, which is the team's to write
 */
public record SqlFile(
        ModelZone.Train zone,
        @Nullable DatasetName dataset,
        EnvironmentTier environment,
        @Nullable Integer version) implements EnvironmentPath {

    public SqlFile {
        if (dataset != null) {
            Names.requireSource(dataset);
        }
        if (version != null) {
            Names.requireNumber("version", version, 1);
        }
    }

    @Override
    public String path() {
        String folder = dataset == null ? zone.path() : zone.path() + "/" + dataset;
        String kept = dataset == null ? "/gold" : "/out";
        String name = dataset == null ? "silver_to_gold.sql" : "in_to_silver.sql";
        return version == null
                ? "%s/sql/%s/%s".formatted(folder, environment, name)
                : "%s%s/sql/%s/v%d/%s".formatted(folder, kept, environment, version, name);
    }
}
