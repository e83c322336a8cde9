package io.aifactory.scoring.scored;

/** How far a scoring is. */
public enum ScoringState {
    /** Nothing is deployed yet that could score it; then {@link #RUNNING} or {@link #FAILED}. */
    WAITING,
    /** Rows are being scored or brought to the lake; then {@link #COMPLETED} or {@link #FAILED}. */
    RUNNING,
    /** The scored rows lie in the lake. Final. */
    COMPLETED,
    /** It will not be scored; the reason says why. Final. */
    FAILED
}
