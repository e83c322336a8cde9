package io.aifactory.lake.engine.duckdb;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement failed; what that means is for the caller to say. */
final class DuckDbFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DuckDbFailed(String what, SQLException cause) {
        super("cannot %s: %s".formatted(what, cause.getMessage()), cause);
    }

    /** Returns the engine's own first line, which says what was wrong without the statement. */
    String firstLine() {
        Throwable cause = getCause();
        @Nullable String message = cause == null ? null : cause.getMessage();
        return message == null
                ? String.valueOf(getMessage())
                : message.lines().findFirst().orElse("");
    }
}
