package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row that a result is at. */
record ResultRow(ResultSet result) implements Row {

    @Override
    public @Nullable String text(int index) {
        return read(() -> result.getString(index));
    }

    @Override
    public long number(int index) {
        return read(() -> result.getLong(index));
    }

    @Override
    public boolean flag(int index) {
        return read(() -> result.getBoolean(index));
    }

    private interface Reading<T extends @Nullable Object> {
        T read() throws SQLException;
    }

    private static <T extends @Nullable Object> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw new DuckDbFailed("read a result", e);
        }
    }
}
