package io.aifactory.scoring.scored;

import static java.time.ZoneOffset.UTC;

import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.scoring.duckdb.DuckDb;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a scoring's requests into one file and puts it into the lake. */
@Component
class ScoredFileWriter {

    private final PendingScores pending;
    private final ScoredShapes shapes;
    private final ScoredFiles files;
    private final DuckDb duckDb;
    private final Lakes lakes;

    ScoredFileWriter(PendingScores pending, ScoredShapes shapes, ScoredFiles files, DuckDb duckDb, Lakes lakes) {
        this.pending = pending;
        this.shapes = shapes;
        this.files = files;
        this.duckDb = duckDb;
        this.lakes = lakes;
    }

    /** Needs the transaction in which the scoring is locked: its requests are there, and handed over a few at a time. */
    void writeToLake(Scoring scoring) {
        try (var file = duckDb.newFile()) {
            write(scoring, file.path());
            lakes.of(scoring.endpoint().environment()).publish(scoring.decidedPath(), LakeContent.of(file.path()));
        }
    }

    private void write(Scoring scoring, Path file) {
        var shape = shapes.of(scoring.endpoint(), scoring.decidedVersion());
        var reader = new RequestReader(shape);
        files.write(
                file,
                shape,
                action -> pending.forEach(scoring.scoringId(), request -> reader.read(request).stream()
                        .map(ScoredFileWriter::cells)
                        .forEach(action)));
    }

    private static List<@Nullable Object> cells(ScoredRow row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.scoringId());
        cells.add(row.scoredAt().atOffset(UTC));
        cells.add(row.caller());
        cells.addAll(row.row().values());
        cells.add(row.prediction());
        if (row.probability() != null) {
            cells.addAll(row.probability());
        }
        return cells;
    }
}
