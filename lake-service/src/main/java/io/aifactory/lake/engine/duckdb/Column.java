package io.aifactory.lake.engine.duckdb;

import java.nio.file.Path;
import java.util.List;

/**
 * A column as the engine has it.
 *
 * @param name its name
 * @param type its SQL type
 */
record Column(String name, String type) {

    /** Returns the columns of a relation, in order. */
    static List<Column> of(DuckDb database, String relation) {
        return database.query(
                "DESCRIBE SELECT * FROM " + relation, row -> new Column(row.getString(1), row.getString(2)));
    }

    /** Returns the names of a file's columns, in order. */
    static List<String> namesOf(DuckDb database, Path table) {
        return of(database, Sql.parquet(table)).stream().map(Column::name).toList();
    }

    boolean isText() {
        return type.equals("VARCHAR");
    }
}
