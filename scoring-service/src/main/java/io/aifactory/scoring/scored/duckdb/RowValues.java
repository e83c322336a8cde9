package io.aifactory.scoring.scored.duckdb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Brings values of scored rows into DuckDB and back. */
final class RowValues {

    private RowValues() {}

    static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
        if (value == null) {
            appender.appendNull();
        } else if (value instanceof Double number) {
            appender.append(number.doubleValue());
        } else if (value instanceof OffsetDateTime time) {
            appender.append(time);
        } else {
            appender.append(value.toString());
        }
    }

    static Map<String, @Nullable Object> of(ResultSet result) throws SQLException {
        var columns = result.getMetaData();
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnName(i), result.getObject(i));
        }
        return values;
    }
}
