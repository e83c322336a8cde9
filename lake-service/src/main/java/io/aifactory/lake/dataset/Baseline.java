package io.aifactory.lake.dataset;

import java.util.Map;
import java.util.Optional;

/** From what each table of a zone had been made when a run began, before it looked at any data. */
public final class Baseline {

    private final Map<String, String> inputs;

    Baseline(Map<String, String> inputs) {
        this.inputs = Map.copyOf(inputs);
    }

    Optional<String> inputsOf(TableId table) {
        return Optional.ofNullable(inputs.get(table.toString()));
    }
}
