package io.aifactory.scoring.scored;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ScoringKind;
import io.aifactory.contracts.lake.Edition;
import io.aifactory.contracts.lake.LakeContent;
import io.aifactory.contracts.lake.LakePath;
import io.aifactory.contracts.lake.Lakes;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.contracts.lake.ScoredFile;
import io.aifactory.scoring.Neighbours;
import io.aifactory.scoring.ScoringServiceTest;
import io.aifactory.scoring.endpoint.ScoringEndpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ScoringServiceTest
class GrowingSearchTests {

    private static final int FILES = 101;
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @Autowired
    private Lakes lakes;

    @Autowired
    private PendingScores pending;

    @Autowired
    private Scorings scorings;

    @Autowired
    private ScoredShapes shapes;

    private final ScoringEndpoint endpoint =
            new ScoringEndpoint(Neighbours.newProject(), EnvironmentTier.DEV, new ModelName("11_diabetes_model_reg"));
    private final LakePath file = new ScoredFile(
            ModelZone.inference(endpoint.project(), endpoint.model(), 1),
            endpoint.environment(),
            LocalDate.of(2026, 11, 20),
            Edition.run("shared"));

    @Test
    void findsEachRowOnceWhileMoreIsScored() {
        lakes.of(endpoint.environment()).publish(file, LakeContent.of(new byte[1]));
        for (int i = 0; i < FILES; i++) {
            complete(i);
        }
        var search = new ScoredSearch(pending, scorings, shapes, new GrowingFiles(), lakes);

        var found =
                search.find(new ScoredFilter(endpoint.project(), null, null, null, null, null, null, null, null), 1000);

        assertThat(found).hasSize(FILES).extracting(ScoredRow::scoringId).doesNotHaveDuplicates();
    }

    private void complete(int number) {
        var at = START.plusSeconds(number);
        var scoring = Scoring.waiting(
                        ScoringId.ofKey(endpoint.project() + "/" + number),
                        ScoringKind.BATCH,
                        endpoint,
                        CallerId.BATCH,
                        at)
                .running(1, file);
        scorings.add(scoring);
        scorings.complete(scoring.scoringId(), new ScoredResult(1, at, at, at));
    }

    /** Each file has one row; whenever one is read, another scoring ends. */
    private final class GrowingFiles implements ScoredFiles {

        private int more = FILES;

        @Override
        public void write(Path to, ScoredShape shape, RowSource rows) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Map<String, @Nullable Object>> read(Path from, ScoringKind kind, RowRange range) {
            complete(more++);
            return List.of(Map.of("prediction", 1.0));
        }
    }
}
