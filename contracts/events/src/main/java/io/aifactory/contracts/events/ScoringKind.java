package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How scores were asked for. */
public enum ScoringKind {
    /** Row by row, over HTTP. */
    ONLINE("online"),
    /** A whole dataset. */
    BATCH("batch");

    private final String label;

    ScoringKind(String label) {
        this.label = label;
    }

    /** Returns the scoring kind's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the scoring kind of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static ScoringKind of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("scoring kind", label, "one of online, batch");
    }

    @Override
    public String toString() {
        return label;
    }
}
