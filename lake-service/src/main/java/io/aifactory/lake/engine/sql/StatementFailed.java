package io.aifactory.lake.engine.sql;

import org.jspecify.annotations.Nullable;

/** A statement failed; what that means is for the caller to say. */
public abstract class StatementFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected StatementFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Returns the engine's own line, which says what was wrong without the statement. */
    public abstract String reason();
}
