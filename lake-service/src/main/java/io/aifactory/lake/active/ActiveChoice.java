package io.aifactory.lake.active;

import io.aifactory.contracts.lake.ModelZone;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which data of a model counts in an environment. */
public final class ActiveChoice {

    private final ActiveEntry training;
    private final ActiveEntry scoring;

    ActiveChoice(ActiveEntry training, ActiveEntry scoring) {
        this.training = training;
        this.scoring = scoring;
    }

    /** Returns the only day whose files count in the zone; absent if those of all days do. */
    public @Nullable LocalDate dayIn(ModelZone zone) {
        return zone instanceof ModelZone.Train ? training.day() : scoring.day();
    }

    /** Returns whether the zone's data counts at all. */
    public boolean covers(ModelZone zone) {
        return !(zone instanceof ModelZone.Inference inference)
                || scoring.modelVersion() == 0
                || scoring.modelVersion() == inference.modelVersion();
    }
}
