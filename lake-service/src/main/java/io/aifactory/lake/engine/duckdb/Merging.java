package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.MergePlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes the query that joins tables by their key. */
final class Merging {

    private Merging() {}

    static String query(MergePlan plan) {
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
