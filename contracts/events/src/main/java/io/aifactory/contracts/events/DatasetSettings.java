package io.aifactory.contracts.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source dataset of a model.
 *
 * @param name its name
 * @param rules what its rows have to hold, beyond what its data shows
 * @param form how its files are written, where they don't show it
 * @param table what it has to hold as a whole
 * @param engine what refines it; absent: {@link EngineChoice#AUTOMATIC}
 */
public record DatasetSettings(
        DatasetName name,
        List<ColumnRule> rules,
        @Nullable FileForm form,
        @Nullable TableRule table,
        @Nullable EngineChoice engine) {

    public DatasetSettings {
        rules = List.copyOf(rules);
    }

    /** A dataset whose files show how they are written. */
    public DatasetSettings(DatasetName name, List<ColumnRule> rules) {
        this(name, rules, null, null, null);
    }
}
