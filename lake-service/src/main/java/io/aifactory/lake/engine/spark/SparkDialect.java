package io.aifactory.lake.engine.spark;

import io.aifactory.lake.engine.sql.Dialect;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.Collection;

/** How Spark wants to be spoken to. */
final class SparkDialect implements Dialect {

    /** All that Unicode calls a space (Zs). */
    static final String SPACES_QUOTED =
            "' \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000'";

    @Override
    public String parquet(Path file) {
        return relation(file.toString());
    }

    static String relation(String path) {
        return "parquet.`%s`".formatted(path.replace("`", "``"));
    }

    @Override
    public String numberedParquet(Path file) {
        return "(SELECT *, _metadata.row_index AS file_row_number FROM %s)".formatted(parquet(file));
    }

    @Override
    public boolean keepsOrder() {
        return false;
    }

    @Override
    public int mostColumnsAtOnce() {
        return Integer.MAX_VALUE;
    }

    /** A backslash is one only where it is doubled. */
    @Override
    public String quoted(String text) {
        return literal(text);
    }

    static String literal(String text) {
        return Sql.text(text.replace("\\", "\\\\"));
    }

    @Override
    public String allBut(Collection<String> columns) {
        return "* EXCEPT (%s)".formatted(String.join(", ", columns));
    }

    @Override
    public String trimmed(String text) {
        return "trim(BOTH %s FROM %s)".formatted(SPACES_QUOTED, text);
    }

    @Override
    public String matches(String text, String pattern) {
        return "%s RLIKE %s".formatted(text, quoted("\\A(" + pattern + ")\\z"));
    }

    /** Only numbers with a fraction are written otherwise; the type is known before the query runs, and so is the branch. */
    @Override
    public String text(String value) {
        return "CASE WHEN typeof(%1$s) IN ('double', 'float') THEN embedded_text(CAST(%1$s AS STRING), typeof(%1$s)) ELSE CAST(%1$s AS STRING) END"
                .formatted(value);
    }
}
