package io.aifactory.scoring.scored;

import io.aifactory.contracts.access.Problem;

/** Scores could not be saved, so they were not given out either. */
public final class ScoresNotSaved extends Problem {

    private static final long serialVersionUID = 1L;

    ScoresNotSaved(Throwable cause) {
        super(Kind.UNAVAILABLE, "scores-not-saved", "the scores could not be saved; nothing was answered");
        initCause(cause);
    }
}
