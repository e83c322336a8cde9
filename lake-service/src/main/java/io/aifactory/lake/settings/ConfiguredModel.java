package io.aifactory.lake.settings;

import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.engine.ColumnNames;
import java.util.List;
import java.util.Optional;

/**
 * A model and its settings, columns called as they are in the lake.
 *
 * @param configured what was said about it
 */
public record ConfiguredModel(ModelConfigured configured) {

    /** Returns the project. */
    public ProjectId project() {
        return configured.project();
    }

    /** Returns the model. */
    public ModelName name() {
        return configured.model();
    }

    /** Returns the settings as they were given. */
    public ModelSettings settings() {
        return configured.settings();
    }

    /** Returns the column that identifies a row. */
    public String key() {
        return ColumnNames.normalise(settings().key());
    }

    /** Returns the column the model learns. */
    public String label() {
        return ColumnNames.normalise(settings().label());
    }

    /**
     * Returns what becomes of the model's data there. Only what a model learns from can be for research: what waits for a
     * score is people's work, whatever the model's settings say.
     */
    public DataPhase phaseOf(ModelZone zone) {
        DataPhase phase = settings().phase();
        return phase == null || zone instanceof ModelZone.Inference ? DataPhase.PRODUCTION : phase;
    }

    /** Returns the source datasets, the leading one first. */
    public List<DatasetName> datasets() {
        return settings().datasets().stream().map(DatasetSettings::name).toList();
    }

    /** Returns the rules of a source dataset; empty if the model has no such dataset. */
    public Optional<List<ColumnRule>> rulesOf(DatasetName dataset) {
        return settings().datasets().stream()
                .filter(candidate -> candidate.name().equals(dataset))
                .map(DatasetSettings::rules)
                .findFirst();
    }
}
