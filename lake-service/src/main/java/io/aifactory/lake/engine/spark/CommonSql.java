package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.databind.JsonNode;
import io.aifactory.lake.engine.InvalidSql;

/**
 * Writes queries as Spark reads them, such that it finds the same rows as the embedded engine. What both do alike is written, with
 * functions of our own where Spark's do something else; everything else is refused.
 */
final class CommonSql {

    private CommonSql() {}

    /**
     * Returns a query for Spark.
     *
     * @param tree the query, as the JSON tree of DuckDB's {@code json_serialize_sql}
     * @throws InvalidSql if it says something that the engines do not do alike
     */
    static String write(JsonNode tree) {
        return new QueryWriter().query(new Tree(tree).items("statements").get(0));
    }
}
