package io.aifactory.lake.engine;

/** A query that can't be run. The message says why, for the person who wrote it. */
public sealed class InvalidSql extends TableRefused permits SqlTakesTooLong, SqlNeedsTooMuch {

    private static final long serialVersionUID = 1L;

    public InvalidSql(String reason) {
        super(reason);
    }

    public InvalidSql(String reason, Throwable cause) {
        super(reason, cause);
    }
}
