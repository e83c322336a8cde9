package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One of the three environments every project has; a model goes through them in this order. */
public enum EnvironmentTier {
    /** Where teams work and models are trained. */
    DEV("dev"),
    /** Where a model is tried before it counts. */
    TEST("test"),
    /** Where a model's scores are used. */
    PROD("prod");

    private final String label;

    EnvironmentTier(String label) {
        this.label = label;
    }

    /** Returns the environment's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the environment of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static EnvironmentTier of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("environment", label, "one of dev, test, prod");
    }

    @Override
    public String toString() {
        return label;
    }
}
