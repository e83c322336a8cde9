package io.aifactory.lake.refinement;

import static org.assertj.core.api.Assertions.assertThat;

import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.EnvironmentTier;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.InFile;
import io.aifactory.contracts.lake.InFolder;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.ServiceDatabase;
import io.aifactory.lake.arrival.Arrival;
import io.aifactory.lake.arrival.Arrivals;
import io.aifactory.lake.arrival.TestLanding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests for {@link ArrivedFiles}. */
class ArrivedFilesTests {

    private static final ModelZone ZONE = ModelZone.train(ProjectId.of(1), new ModelName("11_diabetes_model_reg"));
    private static final DatasetName DATASET = new DatasetName("ds01_diabetes");
    private static final InFile FILE =
            new InFolder(ZONE, DATASET, EnvironmentTier.DEV, LocalDate.of(2026, 11, 20)).file("diabetes.csv");

    private final ServiceDatabase database = new ServiceDatabase(Instant.parse("2026-11-20T10:00:00Z"));
    private final Arrivals arrivals = TestLanding.arrivalsIn(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void fileThatWasRejectedAndThenRemovedIsNoLoss() {
        land("0x1");
        arrivals.reject(arrival(), "0x1", "hash");
        land("0x2");

        arrivals.lose(arrival());

        assertThat(hasLost()).isFalse();
    }

    @Test
    void fileThatWasRemovedBeforeAnybodyLookedAtItIsNoLoss() {
        land("0x1");

        arrivals.lose(arrival());

        assertThat(hasLost()).isFalse();
    }

    @Test
    void fileThatCountedAndWasRemovedIsALossUntilItIsBack() {
        land("0x1");
        arrivals.accept(arrival(), "0x1", "hash", List.of("age"));
        land("0x2");

        arrivals.lose(arrival());

        assertThat(hasLost()).isTrue();
        land("0x1");
        arrivals.accept(arrival(), "0x1", "hash", List.of("age"));
        assertThat(hasLost()).isFalse();
    }

    @Test
    void fileThatCountedAndWasReplacedByOneThatIsRejectedAndRemovedIsNoLoss() {
        land("0x1");
        arrivals.accept(arrival(), "0x1", "hash", List.of("age"));
        land("0x2");
        arrivals.reject(arrival(), "0x2", "another");
        land("0x3");

        arrivals.lose(arrival());

        assertThat(hasLost()).isFalse();
    }

    private void land(String etag) {
        database.transaction().executeWithoutResult(status -> TestLanding.in(database, told -> {})
                .found(FILE, etag));
    }

    private Arrival arrival() {
        return arrivals.in(ZONE, EnvironmentTier.DEV).get(0);
    }

    private boolean hasLost() {
        return new ArrivedFiles(arrivals.in(ZONE, EnvironmentTier.DEV), null).hasLost(DATASET);
    }
}
