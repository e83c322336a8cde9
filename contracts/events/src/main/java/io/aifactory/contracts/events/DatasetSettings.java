package io.aifactory.contracts.events;

import java.util.List;

/**
 * A source dataset of a model.
 *
 * @param name its name
 * @param rules what its rows have to hold, beyond what its data shows
 */
public record DatasetSettings(DatasetName name, List<ColumnRule> rules) {

    public DatasetSettings {
        rules = List.copyOf(rules);
    }
}
