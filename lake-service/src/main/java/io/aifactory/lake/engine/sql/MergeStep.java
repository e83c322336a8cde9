package io.aifactory.lake.engine.sql;

import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.MergePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Joins tables by their key, or as a team's query does. */
public final class MergeStep {

    private final Session session;
    private final MergePlan plan;

    /** Takes what to join, and how. */
    public MergeStep(Session session, MergePlan plan) {
        this.session = session;
        this.plan = plan;
    }

    /**
     * Writes the joined rows, ordered by key.
     *
     * @throws InvalidSql if the plan has a query that can't be run
     */
    public void merge(Path merged) {
        String sql = plan.sql();
        if (sql == null) {
            session.write(join(), merged);
        } else {
            session.runForTeam(() -> session.write(resultOf(sql), merged));
            requireOneRowPerKey(merged);
        }
    }

    private String resultOf(String sql) {
        plan.sources()
                .forEach(source -> session.define(
                        source.name(), "SELECT * FROM " + session.dialect().parquet(source.table())));
        List<String> tables =
                plan.sources().stream().map(MergePlan.Source::name).toList();
        String query = session.teamQuery(sql, tables);
        List<String> columns = session.columnNames("(" + query + ")").stream()
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
        session.rows(
                        """
                        SELECT %1$s, count(*) FROM %2$s GROUP BY %3$s
                        HAVING count(*) > 1 OR %3$s IS NULL ORDER BY 1 NULLS FIRST LIMIT 1""".formatted(
                                session.dialect().text(key), session.dialect().parquet(merged), key),
                        this::repeatedKey)
                .forEach(reason -> {
                    throw new InvalidSql(reason);
                });
    }

    private String repeatedKey(Row row) {
        String value = row.text(1);
        return value == null
                ? "its result has %d rows without %s, which tells rows apart".formatted(row.number(2), plan.key())
                : "its result has %s '%s' in %d rows; it has to tell rows apart"
                        .formatted(plan.key(), value, row.number(2));
    }

    private String join() {
        String key = Sql.name(plan.key());
        String leader = plan.sources().get(0).alias();
        var query = new StringBuilder("SELECT ")
                .append(String.join(", ", columns()))
                .append(" FROM ");
        for (int i = 0; i < plan.sources().size(); i++) {
            MergePlan.Source source = plan.sources().get(i);
            query.append(i == 0 ? "" : " JOIN ")
                    .append(session.dialect().parquet(source.table()))
                    .append(" AS ")
                    .append(source.alias());
            if (i > 0) {
                query.append(" ON %s = %s".formatted(text(leader + "." + key), text(source.alias() + "." + key)));
            }
        }
        return query + required() + " ORDER BY %s.%s".formatted(leader, key);
    }

    private String text(String value) {
        return session.dialect().text(value);
    }

    private String required() {
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

    private List<String> columns() {
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
