package io.aifactory.scoring.batch;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePaths;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.scoring.deployment.DeployedVersions;
import io.aifactory.scoring.duckdb.DuckDb;
import io.aifactory.scoring.scored.Scoring;
import org.springframework.stereotype.Component;

/** Scores a dataset of the lake into a file of the lake, which is there whole or not at all. */
@Component
class BatchFileWriter {

    private final BatchInputs inputs;
    private final DeployedVersions versions;
    private final BatchEngine engine;
    private final DuckDb duckDb;
    private final Lakes lakes;

    BatchFileWriter(BatchInputs inputs, DeployedVersions versions, BatchEngine engine, DuckDb duckDb, Lakes lakes) {
        this.inputs = inputs;
        this.versions = versions;
        this.engine = engine;
        this.duckDb = duckDb;
        this.lakes = lakes;
    }

    /** Returns how many rows were scored. */
    long scoreToLake(Scoring scoring) {
        var lake = lakes.of(scoring.endpoint().environment());
        var input = LakePaths.parse(inputs.of(scoring.scoringId()).file());
        try (var model = versions.use(scoring.endpoint(), scoring.decidedVersion());
                var copy = lake.localCopy(input);
                var output = duckDb.newFile()) {
            long rows = engine.score(copy.path(), model, output.path());
            lake.publish(scoring.decidedPath(), LakeContent.of(output.path()));
            return rows;
        }
    }
}
