package io.aifactory.lake.engine.duckdb;

import io.aifactory.lake.engine.SilverRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds, types and checks the values of a bronze table, some columns at a time: the engine holds a buffer for each part of
 * an expression, so that a wide table would not fit into its memory at once.
 */
final class RowChecks {

    private static final int COLUMNS_AT_A_TIME = 16;

    private final DuckDb database;
    private final SilverRules rules;

    RowChecks(DuckDb database, SilverRules rules) {
        this.database = database;
        this.rules = rules;
    }

    /** Makes the table {@code checked}: every row as it came, with its typed values and the {@code _reason} against it. */
    List<SilverColumn> check(Path bronze, List<String> names) {
        var columns = new ArrayList<SilverColumn>();
        int groups = 0;
        for (int first = 0; first < names.size(); first += COLUMNS_AT_A_TIME) {
            List<String> group = names.subList(first, Math.min(names.size(), first + COLUMNS_AT_A_TIME));
            columns.addAll(checkGroup(bronze, group, groups++));
        }
        database.execute("CREATE TABLE checked AS " + joined(bronze, groups));
        return columns;
    }

    private List<SilverColumn> checkGroup(Path bronze, List<String> names, int group) {
        database.execute("CREATE OR REPLACE TABLE found AS SELECT %s, %s FROM %s"
                .formatted(Sql.names(names), Sql.join(names, SilverColumn::find), Sql.parquet(bronze)));
        List<SilverColumn> columns = new TypeInference(database, rules).columns("found", names);
        database.execute("CREATE TABLE typed_%d AS SELECT %s FROM found"
                .formatted(group, Sql.join(columns, SilverColumn::typed)));
        database.execute(
                "CREATE TABLE reasons_%1$d AS SELECT nullif(concat_ws('; ', %2$s), '') AS _reasons_%1$d FROM found POSITIONAL JOIN typed_%1$d"
                        .formatted(
                                group,
                                Sql.join(
                                        columns,
                                        column -> column.reason(column.name().equals(rules.key())))));
        return columns;
    }

    private static String joined(Path bronze, int groups) {
        return """
                SELECT * EXCLUDE (%1$s),
                    CASE WHEN _error IS NOT NULL THEN _error ELSE nullif(concat_ws('; ', %1$s), '') END AS _reason
                FROM %2$s POSITIONAL JOIN %3$s""".formatted(
                        numbered(groups, "_reasons_%1$d", ", "),
                        Sql.parquet(bronze),
                        numbered(groups, "typed_%1$d POSITIONAL JOIN reasons_%1$d", " POSITIONAL JOIN "));
    }

    private static String numbered(int groups, String pattern, String separator) {
        return IntStream.range(0, groups).mapToObj(pattern::formatted).collect(Collectors.joining(separator));
    }
}
