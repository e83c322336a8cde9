package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of a model's data each time it is refined. */
public enum DataPhase {
    /** People try things out: a sample is refined, and put in place of what was there. */
    RESEARCH("research"),

    /** Every change is a version, kept for good. */
    PRODUCTION("production");

    private final String label;

    DataPhase(String label) {
        this.label = label;
    }

    /** Returns the name as it stands in settings and events. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the phase of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static DataPhase of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("phase", label, "research or production");
    }

    @Override
    public String toString() {
        return label;
    }
}
