package io.aifactory.lake.settings;

import io.aifactory.contracts.events.ColumnReference;
import io.aifactory.contracts.events.ColumnRule;
import io.aifactory.contracts.events.DataPhase;
import io.aifactory.contracts.events.DatasetName;
import io.aifactory.contracts.events.DatasetSettings;
import io.aifactory.contracts.events.EngineChoice;
import io.aifactory.contracts.events.FileForm;
import io.aifactory.contracts.events.ModelConfigured;
import io.aifactory.contracts.events.ModelName;
import io.aifactory.contracts.events.ModelSettings;
import io.aifactory.contracts.events.ProjectId;
import io.aifactory.contracts.events.TableRule;
import io.aifactory.contracts.events.ValueRule;
import io.aifactory.contracts.lake.ModelZone;
import io.aifactory.lake.engine.ColumnNames;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Returns the source datasets, each after those that its rules refer to. */
    public List<DatasetName> datasetsInOrderOfReferences() {
        var ordered = new LinkedHashSet<DatasetName>();
        datasets().forEach(dataset -> addAfterItsReferences(dataset, ordered, new HashSet<>()));
        return List.copyOf(ordered);
    }

    private void addAfterItsReferences(DatasetName dataset, Set<DatasetName> ordered, Set<DatasetName> onTheWay) {
        if (onTheWay.add(dataset)) {
            referencesOf(dataset).forEach(other -> addAfterItsReferences(other, ordered, onTheWay));
            ordered.add(dataset);
        }
    }

    private List<DatasetName> referencesOf(DatasetName dataset) {
        return rulesOf(dataset).orElse(List.of()).stream()
                .map(ColumnRule::values)
                .filter(Objects::nonNull)
                .map(ValueRule::references)
                .filter(Objects::nonNull)
                .map(ColumnReference::dataset)
                .filter(datasets()::contains)
                .toList();
    }

    /** Returns the column whose rows of one value all come into the same part of a split; absent: none. */
    public @Nullable String groupBy() {
        String groupBy = settings().split().groupBy();
        return groupBy == null ? null : ColumnNames.normalise(groupBy);
    }

    /** Returns how the files of a source dataset are written, as far as it was said. */
    public @Nullable FileForm formOf(DatasetName dataset) {
        return settingsOf(dataset).map(DatasetSettings::form).orElse(null);
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
        return settingsOf(dataset).map(DatasetSettings::rules);
    }

    /** Returns what a source dataset has to hold as a whole; absent if nothing. */
    public @Nullable TableRule tableRuleOf(DatasetName dataset) {
        return settingsOf(dataset).map(DatasetSettings::table).orElse(null);
    }

    /** Returns what refines a source dataset. */
    public EngineChoice engineOf(DatasetName dataset) {
        return settingsOf(dataset).map(DatasetSettings::engine).orElse(EngineChoice.AUTOMATIC);
    }

    /** Returns what merges and splits: Spark if one of the source datasets wants it, the embedded engine if all do. */
    public EngineChoice engine() {
        List<EngineChoice> wanted =
                datasets().stream().map(this::engineOf).distinct().toList();
        if (wanted.contains(EngineChoice.SPARK)) {
            return EngineChoice.SPARK;
        }
        return wanted.size() == 1 ? wanted.get(0) : EngineChoice.AUTOMATIC;
    }

    private Optional<DatasetSettings> settingsOf(DatasetName dataset) {
        return settings().datasets().stream()
                .filter(candidate -> candidate.name().equals(dataset))
                .findFirst();
    }
}
