package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What refines a dataset. */
public enum EngineChoice {
    /** By size: embedded, and Spark for what outgrows one machine. */
    AUTOMATIC("automatic"),

    /** The engine within the service. */
    EMBEDDED("embedded"),

    /** Spark. */
    SPARK("spark");

    private final String label;

    EngineChoice(String label) {
        this.label = label;
    }

    /** Returns the name as it stands in settings and events. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the engine of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static EngineChoice of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("engine", label, "automatic, embedded or spark");
    }

    @Override
    public String toString() {
        return label;
    }
}
