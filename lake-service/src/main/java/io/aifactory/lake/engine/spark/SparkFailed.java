package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.sql.StatementFailed;
import org.jspecify.annotations.Nullable;

/** Spark could not run a statement. */
final class SparkFailed extends StatementFailed {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final Kind kind;

    private SparkFailed(Kind kind, String reason, @Nullable Throwable cause) {
        super("Spark: " + reason, cause);
        this.reason = reason;
        this.kind = kind;
    }

    enum Kind {
        /** The query is wrong, or the data it met. */
        QUERY,
        /** It took too long. */
        TOO_LONG,
        /** It is Spark's own trouble. */
        ENGINE
    }

    static SparkFailed because(Message.Failure failure) {
        return new SparkFailed(failure.query() ? Kind.QUERY : Kind.ENGINE, failure.reason(), null);
    }

    static SparkFailed tookTooLong(long seconds) {
        return new SparkFailed(Kind.TOO_LONG, "it takes longer than %d s".formatted(seconds), null);
    }

    static SparkFailed ofItself(String reason, @Nullable Throwable cause) {
        return new SparkFailed(Kind.ENGINE, reason, cause);
    }

    @Override
    public String reason() {
        return reason;
    }

    Kind kind() {
        return kind;
    }
}
