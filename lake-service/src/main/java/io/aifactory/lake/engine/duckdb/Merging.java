package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.MergePlan;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Joins tables by their key, or as a team's query does. */
final class Merging {

    private final DuckDb database;
    private final MergePlan plan;

    Merging(DuckDb database, MergePlan plan) {
        this.database = database;
        this.plan = plan;
    }

    void merge(Path merged) {
        String sql = plan.sql();
        if (sql == null) {
            database.execute(Sql.copyToParquet(join(plan), merged));
        } else {
            database.runForTeam(() -> database.execute(Sql.copyToParquet(resultOf(sql), merged)));
            requireOneRowPerKey(merged);
        }
    }

    private String resultOf(String sql) {
        plan.sources()
                .forEach(source -> database.execute("CREATE VIEW %s AS SELECT * FROM %s"
                        .formatted(Sql.name(source.name()), Sql.parquet(source.table()))));
        List<String> tables =
                plan.sources().stream().map(MergePlan.Source::name).toList();
        String query = QueryResult.inTypesOfTheLake(database, new TeamQuery(sql).checked(database, tables));
        List<String> columns = Column.of(database, "(" + query + ")").stream()
                .map(Column::name)
                .filter(column -> !column.equals(plan.dropped()))
                .toList();
        requireColumn(columns, plan.key());
        String required = plan.required();
        if (required != null) {
            requireColumn(columns, required);
        }
        return "SELECT %s FROM (%s)%s ORDER BY %s"
                .formatted(
                        Sql.names(columns),
                        query,
                        required == null ? "" : " WHERE %s IS NOT NULL".formatted(Sql.name(required)),
                        Sql.name(plan.key()));
    }

    private static void requireColumn(List<String> columns, String column) {
        if (!columns.contains(column)) {
            throw new InvalidSql("its result has no column %s".formatted(column));
        }
    }

    private void requireOneRowPerKey(Path merged) {
        String key = Sql.name(plan.key());
        database.query("""
                        SELECT CAST(%1$s AS VARCHAR), count(*) FROM %2$s GROUP BY %1$s
                        HAVING count(*) > 1 OR %1$s IS NULL ORDER BY 1 NULLS FIRST LIMIT 1""".formatted(key, Sql.parquet(merged)), this::repeatedKey)
                .forEach(reason -> {
                    throw new InvalidSql(reason);
                });
    }

    private String repeatedKey(ResultSet row) throws SQLException {
        String value = row.getString(1);
        return value == null
                ? "its result has %d rows without %s, which tells rows apart".formatted(row.getLong(2), plan.key())
                : "its result has %s '%s' in %d rows; it has to tell rows apart"
                        .formatted(plan.key(), value, row.getLong(2));
    }

    private static String join(MergePlan plan) {
        String key = Sql.name(plan.key());
        String leader = plan.sources().get(0).alias();
        var query = new StringBuilder("SELECT ")
                .append(String.join(", ", columns(plan)))
                .append(" FROM ");
        for (int i = 0; i < plan.sources().size(); i++) {
            MergePlan.Source source = plan.sources().get(i);
            query.append(i == 0 ? "" : " JOIN ")
                    .append(Sql.parquet(source.table()))
                    .append(" AS ")
                    .append(source.alias());
            if (i > 0) {
                query.append(" ON CAST(%1$s.%3$s AS VARCHAR) = CAST(%2$s.%3$s AS VARCHAR)"
                        .formatted(leader, source.alias(), key));
            }
        }
        return query + required(plan) + " ORDER BY %s.%s".formatted(leader, key);
    }

    private static String required(MergePlan plan) {
        String required = plan.required();
        if (required == null) {
            return "";
        }
        return plan.sources().stream()
                .filter(source -> source.columns().contains(required))
                .findFirst()
                .map(source -> " WHERE %s.%s IS NOT NULL".formatted(source.alias(), Sql.name(required)))
                .orElse("");
    }

    private static List<String> columns(MergePlan plan) {
        var columns = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (var source : plan.sources()) {
            for (String column : source.columns()) {
                boolean repeatedKey = column.equals(plan.key()) && !columns.isEmpty();
                if (!repeatedKey && !column.equals(plan.dropped())) {
                    columns.add(column(source, column, taken));
                }
            }
        }
        return columns;
    }

    private static String column(MergePlan.Source source, String column, HashSet<String> taken) {
        String name = column;
        while (!taken.add(name)) {
            name = name + "_" + source.alias();
        }
        return "%s.%s AS %s".formatted(source.alias(), Sql.name(column), Sql.name(name));
    }
}
