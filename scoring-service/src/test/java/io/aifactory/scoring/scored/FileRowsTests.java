package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.ScoredFile;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FileRowsTests {

    private static final ScoringId ID = ScoringId.ofKey("a scoring");
    private static final ScoringEndpoint ENDPOINT = new ScoringEndpoint(
            new ProjectId("project001"), EnvironmentTier.DEV, new ModelName("11_diabetes_model_reg"));
    private static final Instant SCORED_AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final Instant EARLIER = Instant.parse("2026-11-20T07:00:00Z");
    private static final Map<String, Object> CELLS = Map.of(
            "scoring_id",
            "4711",
            "scored_at",
            EARLIER.atOffset(ZoneOffset.UTC),
            "scoring_caller",
            "anna",
            "bmi",
            20.0,
            "prediction",
            100.0);

    @Test
    void readsTheRequestOfEachOnlineRow() {
        var row = new FileRows(completed(ScoringKind.ONLINE)).row(CELLS);

        assertThat(row.scoringId()).isEqualTo("4711");
        assertThat(row.scoredAt()).isEqualTo(EARLIER);
        assertThat(row.row()).isEqualTo(Map.of("bmi", 20.0));
    }

    @Test
    void leavesColumnsOfABatchThatOnlyLookLikeOursToTheDataset() {
        var row = new FileRows(completed(ScoringKind.BATCH)).row(CELLS);

        assertThat(row.scoringId()).isEqualTo(ID.value());
        assertThat(row.scoredAt()).isEqualTo(SCORED_AT);
        assertThat(row.prediction()).isEqualTo(100.0);
        assertThat(row.row()).containsOnlyKeys("scoring_id", "scored_at", "scoring_caller", "bmi");
    }

    private static Scoring completed(ScoringKind kind) {
        var path = new ScoredFile(
                ModelZone.inference(ENDPOINT.project(), ENDPOINT.model(), 1),
                ENDPOINT.environment(),
                LocalDate.of(2026, 11, 20),
                Edition.run(ID.value()));
        return new Scoring(
                ID,
                kind,
                ENDPOINT,
                CallerId.BATCH,
                SCORED_AT,
                ScoringState.COMPLETED,
                null,
                1,
                path,
                new ScoredResult(1, SCORED_AT, SCORED_AT, SCORED_AT));
    }
}
