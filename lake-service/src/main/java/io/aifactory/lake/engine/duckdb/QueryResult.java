package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.ColumnNames;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.QueryReader.ResultColumn;
import io.aifactory.lake.engine.StagedFile;
import io.aifactory.lake.engine.UnreadableFile;
import io.aifactory.lake.engine.sql.Column;
import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a team's query gives, in the types and with the names that tables of the lake have. */
final class QueryResult {

    /** How the lake has the engine's types. What is not here has to be cast by who wrote the query. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("BIGINT", "BIGINT"),
            Map.entry("INTEGER", "BIGINT"),
            Map.entry("SMALLINT", "BIGINT"),
            Map.entry("TINYINT", "BIGINT"),
            Map.entry("UINTEGER", "BIGINT"),
            Map.entry("USMALLINT", "BIGINT"),
            Map.entry("UTINYINT", "BIGINT"),
            Map.entry("DOUBLE", "DOUBLE"),
            Map.entry("FLOAT", "DOUBLE"),
            Map.entry("VARCHAR", "VARCHAR"),
            Map.entry("DATE", "DATE"),
            Map.entry("BOOLEAN", "BOOLEAN"));

    private QueryResult() {}

    /** Returns the query around the given one that has its rows in the lake's types and names. */
    static String inTypesOfTheLake(DuckDb database, String query) {
        List<Column> columns = database.columns("(" + query + ")");
        List<ResultColumn> wanted = wanted(columns);
        var selected = new ArrayList<String>();
        for (int i = 0; i < wanted.size(); i++) {
            ResultColumn column = wanted.get(i);
            selected.add("%s AS %s".formatted(typed(columns.get(i), column.type()), Sql.name(column.name())));
        }
        return "SELECT %s FROM (%s)".formatted(String.join(", ", selected), query);
    }

    /** What is no number has a sign here, by how it came about, and would make rows differ that do not. */
    private static String typed(Column column, String type) {
        String value = "CAST(%s AS %s)".formatted(Sql.name(column.name()), type);
        return type.equals("DOUBLE")
                ? "CASE WHEN isnan(%1$s) THEN CAST('nan' AS DOUBLE) ELSE %1$s END".formatted(value)
                : value;
    }

    /** Returns the lake's types and names of what the given query gives. */
    static List<ResultColumn> columns(DuckDb database, String query) {
        return wanted(database.columns("(" + query + ")"));
    }

    private static List<ResultColumn> wanted(List<Column> columns) {
        List<String> names = names(columns);
        var wanted = new ArrayList<ResultColumn>();
        for (int i = 0; i < names.size(); i++) {
            wanted.add(new ResultColumn(names.get(i), typeOf(columns.get(i))));
        }
        return wanted;
    }

    private static List<String> names(List<Column> columns) {
        try {
            var own = columns.stream()
                    .filter(column -> !StagedFile.PROVENANCE.contains(column.name()))
                    .map(Column::name)
                    .toList();
            var normalised = ColumnNames.normaliseAll(own).iterator();
            return columns.stream()
                    .map(column -> StagedFile.PROVENANCE.contains(column.name()) ? column.name() : normalised.next())
                    .toList();
        } catch (UnreadableFile e) {
            throw new InvalidSql(String.valueOf(e.getMessage()), e);
        }
    }

    private static String typeOf(Column column) {
        String type = column.type().startsWith("DECIMAL") ? "DOUBLE" : TYPES.get(column.type());
        if (type == null) {
            throw new InvalidSql(
                    "column %s is a %s, which tables of the lake have not; cast it to BIGINT, DOUBLE, VARCHAR, DATE or BOOLEAN"
                            .formatted(column.name(), column.type()));
        }
        return type;
    }
}
