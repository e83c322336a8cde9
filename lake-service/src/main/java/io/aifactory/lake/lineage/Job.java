package io.aifactory.lake.lineage;

import com.fasterxml.jackson.annotation.JsonValue;
import io.aifactory.contracts.events.LakeLayer;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done again and again, each time as another run: {@code project001/11_diabetes_model_reg/in_to_silver/ds01_diabetes/bronze}.
 * A step saves several versions at once; each of them is made by a job of its own below the step's.
 *
 * @param step the step's name
 * @param part which of the step's versions it makes; absent where there is but one
 */
public record Job(String step, @Nullable String part) {

    static Job refining(ProjectId project, ModelName model, @Nullable String dataset, @Nullable LakeLayer layer) {
        LakeLayer made = layer == null ? LakeLayer.BRONZE : layer;
        return switch (made) {
            case BRONZE, SILVER -> of(project, model, "in_to_silver/" + dataset, made.label());
            case GOLD, GOLD_TRAIN, GOLD_VALIDATE, GOLD_TEST -> of(project, model, "silver_to_gold", made.label());
            case GOLD_TO_SCORE -> of(project, model, "silver_to_score", made.label());
            case GOLD_SCORED -> scoring(project, model);
        };
    }

    static Job training(ProjectId project, ModelName model) {
        return of(project, model, "training", null);
    }

    static Job scoring(ProjectId project, ModelName model) {
        return of(project, model, "scoring", null);
    }

    private static Job of(ProjectId project, ModelName model, String step, @Nullable String part) {
        return new Job("%s/%s/%s".formatted(project, model, step), part);
    }

    /** Returns the job of the whole step, if this one is only a part of it. */
    public Optional<String> parent() {
        return part == null ? Optional.empty() : Optional.of(step);
    }

    /** Returns its name. */
    @JsonValue
    public String name() {
        return part == null ? step : step + "/" + part;
    }
}
