package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.sql.Sql;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses some rows of a table. */
final class Thinning {

    private final DuckDb database;
    private final Path table;

    Thinning(DuckDb database, Path table) {
        this.database = database;
        this.table = table;
    }

    String query(@Nullable String key, long wanted) {
        long rows = database.queryOne("SELECT count(*) FROM " + Parquet.of(table), row -> row.getLong(1));
        if (rows <= wanted) {
            return "SELECT * FROM " + Parquet.of(table);
        }
        return key == null ? evenly(rows, wanted) : byKey(key, (double) wanted / rows);
    }

    private String evenly(long rows, long wanted) {
        return "SELECT * EXCLUDE (file_row_number) FROM %s WHERE file_row_number %% %d = 0"
                .formatted(Parquet.numbered(table), (rows + wanted - 1) / wanted);
    }

    /** The share of all keys whose hash is that small. */
    private String byKey(String key, double share) {
        String most = String.format(Locale.ROOT, "%08x", (long) (share * 0xffffffffL));
        return "SELECT * FROM %s WHERE left(md5(CAST(%s AS VARCHAR)), 8) < %s"
                .formatted(Parquet.of(table), Sql.name(key), Sql.text(most));
    }
}
