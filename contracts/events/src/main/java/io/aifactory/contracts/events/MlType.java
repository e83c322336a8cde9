package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a model learns. */
public enum MlType {
    /** To tell classes apart. */
    CLASSIFICATION("classification"),
    /** To predict a number. */
    REGRESSION("regression");

    private final String label;

    MlType(String label) {
        this.label = label;
    }

    /** Returns the ml type's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the ml type of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static MlType of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName("ml type", label, "one of classification, regression");
    }

    @Override
    public String toString() {
        return label;
    }
}
