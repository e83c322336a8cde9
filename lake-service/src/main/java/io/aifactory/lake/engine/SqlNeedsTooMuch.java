package io.aifactory.lake.engine;

/** A query that needs more memory than queries may, to find its answer or to hold it. */
public final class SqlNeedsTooMuch extends InvalidSql {

    private static final long serialVersionUID = 1L;

    public SqlNeedsTooMuch(String reason) {
        super(reason);
    }

    public SqlNeedsTooMuch(String reason, Throwable cause) {
        super(reason, cause);
    }
}
