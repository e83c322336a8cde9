package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Dialect;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.Collection;

/** How DuckDB wants to be spoken to. */
final class DuckDbDialect implements Dialect {

    private static final int MOST_COLUMNS_AT_ONCE = 16;

    @Override
    public String parquet(Path file) {
        return Parquet.of(file);
    }

    @Override
    public String numberedParquet(Path file) {
        return Parquet.numbered(file);
    }

    @Override
    public boolean keepsOrder() {
        return true;
    }

    @Override
    public int mostColumnsAtOnce() {
        return MOST_COLUMNS_AT_ONCE;
    }

    @Override
    public String quoted(String text) {
        return Sql.text(text);
    }

    @Override
    public String allBut(Collection<String> columns) {
        return "* EXCLUDE (%s)".formatted(String.join(", ", columns));
    }

    @Override
    public String trimmed(String text) {
        return "trim(%s)".formatted(text);
    }

    @Override
    public String matches(String text, String pattern) {
        return "regexp_full_match(%s, %s)".formatted(text, quoted(pattern));
    }

    @Override
    public String text(String value) {
        return "CAST(%s AS VARCHAR)".formatted(value);
    }
}
