package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.TableProfile;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows what the rows of a table look like. */
final class Sampling {

    private Sampling() {}

    static List<List<@Nullable String>> of(DuckDb database, List<Column> columns, Path table) {
        String query = "SELECT %s FROM %s LIMIT %d"
                .formatted(
                        Sql.join(columns, column -> shortened(column.name())),
                        Parquet.of(table),
                        TableProfile.SAMPLE_ROWS);
        return database.query(query, row -> values(row, columns.size()));
    }

    /** Returns the expression for a column's value as text that is never longer than a sample's value may be. */
    static String shortened(String column) {
        return """
                CASE WHEN length(CAST(%1$s AS VARCHAR)) > %2$d THEN left(CAST(%1$s AS VARCHAR), %3$d) || '…'
                    ELSE CAST(%1$s AS VARCHAR) END""".formatted(
                        Sql.name(column), TableProfile.LONGEST_SAMPLE_VALUE, TableProfile.LONGEST_SAMPLE_VALUE - 1);
    }

    private static List<@Nullable String> values(ResultSet row, int columns) throws SQLException {
        var values = new ArrayList<@Nullable String>();
        for (int i = 1; i <= columns; i++) {
            values.add(row.getString(i));
        }
        return values;
    }
}
