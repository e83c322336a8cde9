package io.aifactory.lake.engine;

/** A query that was stopped, because it took longer than queries may. */
public final class SqlTakesTooLong extends InvalidSql {

    private static final long serialVersionUID = 1L;

    public SqlTakesTooLong(String reason, Throwable cause) {
        super(reason, cause);
    }
}
