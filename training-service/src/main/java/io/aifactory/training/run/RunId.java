package io.aifactory.training.run;

import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ProjectId;
import java.util.Locale;

/**
 * Names a run by what made it start, so that the same cause starts one run only: {@code project001-m11-gold-3}.
 *
 * @param value the id
 */
public record RunId(String value) {

    /** The run that a cause starts. */
    public static RunId of(ProjectId project, ModelName model, String cause) {
        return new RunId("%s-%s-%s".formatted(project, model.alias().toLowerCase(Locale.ROOT), cause));
    }

    @Override
    public String toString() {
        return value;
    }
}
