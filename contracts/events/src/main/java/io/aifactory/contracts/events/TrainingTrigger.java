package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What made a training start. */
public enum TrainingTrigger {
    /** A new version of gold. */
    DATA("data"),
    /** A pipeline delivered a model. */
    PIPELINE("pipeline"),
    /** Somebody asked for it. */
    PERSON("person"),
    /** Scores or data drifted. */
    DRIFT("drift");

    private final String label;

    TrainingTrigger(String label) {
        this.label = label;
    }

    /** Returns the trigger's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the trigger of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static TrainingTrigger of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("trigger", label, "one of data, pipeline, person, drift");
    }

    @Override
    public String toString() {
        return label;
    }
}
