package io.aifactory.lake.engine;

import java.util.List;
import java.util.Map;

/** Reads queries that people write, without running them. */
public interface QueryReader {

    /**
     * Reads a query.
     *
     * @param tables the tables it may read, by name, and the SQL types of their columns in order
     * @throws InvalidSql if it is none that may run, with the reason
     */
    ReadQuery read(String sql, Map<String, Map<String, String>> tables);

    /**
     * A query that may run.
     *
     * @param tree what it says, as the JSON tree of DuckDB's {@code json_serialize_sql}
     * @param columns the columns of its result, in order
     */
    record ReadQuery(String tree, List<ResultColumn> columns) {
        public ReadQuery {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of a query's result.
     *
     * @param name its name in tables of the lake
     * @param type its SQL type there
     */
    record ResultColumn(String name, String type) {}
}
