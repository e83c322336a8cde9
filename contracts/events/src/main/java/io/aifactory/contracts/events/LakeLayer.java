package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How far data has been refined. */
public enum LakeLayer {
    /** A source dataset as it came, in columns. */
    BRONZE("bronze"),
    /** A source dataset cleaned and typed. */
    SILVER("silver"),
    /** All source datasets of a model, merged. */
    GOLD("gold"),
    /** The part of gold a model learns from. */
    GOLD_TRAIN("gold_train"),
    /** The part of gold that steers learning. */
    GOLD_VALIDATE("gold_validate"),
    /** The part of gold no learning sees, on which models are compared. */
    GOLD_TEST("gold_test"),
    /** Merged rows that wait for a score. */
    GOLD_TO_SCORE("gold_to_score"),
    /** Rows with their scores. */
    GOLD_SCORED("gold_scored");

    private final String label;

    LakeLayer(String label) {
        this.label = label;
    }

    /** Returns the layer's name as it stands in events, paths and URLs. */
    @JsonValue
    public String label() {
        return label;
    }

    /**
     * Returns the layer of the given label.
     *
     * @throws InvalidName if there is none
     */
    @JsonCreator
    public static LakeLayer of(String label) {
        for (var candidate : values()) {
            if (candidate.label.equals(label)) {
                return candidate;
            }
        }
        throw new InvalidName(
                "layer",
                label,
                "one of bronze, silver, gold, gold_train, gold_validate, gold_test, gold_to_score, gold_scored");
    }

    @Override
    public String toString() {
        return label;
    }
}
