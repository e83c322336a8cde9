package io.aifactory.lake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.lake.engine.InvalidSql;
import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A query that a team wrote. It is read by the engine's own parser before it runs: one SELECT, over the tables it was given
 * and nothing else, with the same answer every time. What it may touch beyond that the {@link Sandbox} decides.
 */
final class TeamQuery {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series", "unnest");
    private static final Set<String> CHANGING = Set.of(
            "random",
            "setseed",
            "uuid",
            "uuidv4",
            "uuidv7",
            "gen_random_uuid",
            "now",
            "today",
            "get_current_timestamp",
            "get_current_time",
            "current_timestamp",
            "current_time",
            "current_date",
            "localtimestamp",
            "localtime",
            "transaction_timestamp",
            "txid_current",
            "nextval",
            "currval");
    private static final Set<String> CLOCKS =
            Set.of("current_timestamp", "current_time", "current_date", "localtimestamp", "localtime");
    private static final Set<String> REVEALING = Set.of(
            "current_setting",
            "getvariable",
            "getenv",
            "current_query",
            "version",
            "current_user",
            "session_user",
            "user",
            "current_database",
            "current_catalog",
            "current_schema",
            "current_schemas",
            "sleep_ms");

    private final String sql;

    TeamQuery(String sql) {
        this.sql = withoutEnd(sql);
    }

    /**
     * Returns the query, to stand in the parentheses of another. It ends with a line break, so that a comment in its last line
     * ends too.
     *
     * @param tables the names of the tables it may read, in lower case
     * @throws InvalidSql if it is none that may run, with the reason
     */
    String checked(DuckDb database, Collection<String> tables) {
        tables(database).stream()
                .filter(table -> !tables.contains(table))
                .findFirst()
                .ifPresent(table -> {
                    throw new InvalidSql("there is no table '%s' here; there is %s"
                            .formatted(
                                    table,
                                    String.join(", ", tables.stream().sorted().toList())));
                });
        return sql + "\n";
    }

    /**
     * Returns the names of the tables it reads, in lower case.
     *
     * @throws InvalidSql if it is none that may run, with the reason
     */
    Set<String> tables(DuckDb database) {
        JsonNode parsed = parse(database);
        requireOneSelect(parsed);
        var tables = new TreeSet<String>();
        var reasons = new ArrayList<String>();
        collect(parsed, tables, reasons);
        if (!reasons.isEmpty()) {
            throw new InvalidSql(String.join("; ", reasons.stream().distinct().toList()));
        }
        tables.removeAll(ownTables(parsed));
        return tables;
    }

    private static String withoutEnd(String sql) {
        return sql.strip().replaceAll("[;\\s]+$", "");
    }

    /** Returns what it says, as the engine's JSON tree. */
    String tree(DuckDb database) {
        return database.queryOne("SELECT json_serialize_sql(%s)".formatted(Sql.text(sql)), row -> row.getString(1));
    }

    private JsonNode parse(DuckDb database) {
        try {
            return JSON.readTree(tree(database));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the parser answers in JSON", e);
        }
    }

    private static void requireOneSelect(JsonNode parsed) {
        if (parsed.path("error").asBoolean()) {
            String message = parsed.path("error_message").asText();
            throw new InvalidSql(
                    message.startsWith("Only SELECT") ? "it is no SELECT, and nothing else may run here" : message);
        }
        int statements = parsed.path("statements").size();
        if (statements != 1) {
            throw new InvalidSql("it has %d statements, not one SELECT".formatted(statements));
        }
    }

    /** A query may call parts of itself by a name, with WITH. */
    private static Set<String> ownTables(JsonNode node) {
        var names = new HashSet<String>();
        node.path("cte_map").path("map").forEach(entry -> names.add(lower(entry.path("key"))));
        node.forEach(child -> names.addAll(ownTables(child)));
        return names;
    }

    private static void collect(JsonNode node, Set<String> tables, List<String> reasons) {
        switch (node.path("type").asText()) {
            case "BASE_TABLE" -> collectTable(node, tables, reasons);
            case "TABLE_FUNCTION" -> checkTableFunction(node.path("function"), reasons);
            case "SHOW_REF" -> reasons.add("it describes a table; only rows can be selected");
            case "FUNCTION" -> checkName(lower(node.path("function_name")), reasons);
            case "COLUMN_REF" -> checkColumn(node.path("column_names"), reasons);
            default -> {}
        }
        if (!node.path("sample").isMissingNode() && !node.path("sample").isNull()) {
            reasons.add("it takes a sample; the same data has to give the same rows every time");
        }
        node.forEach(child -> collect(child, tables, reasons));
    }

    private static void collectTable(JsonNode table, Set<String> tables, List<String> reasons) {
        String schema =
                table.path("schema_name").asText() + table.path("catalog_name").asText();
        if (schema.isEmpty()) {
            tables.add(lower(table.path("table_name")));
        } else {
            reasons.add("there is no '%s' here; tables are called by their name alone".formatted(schema));
        }
    }

    private static void checkTableFunction(JsonNode function, List<String> reasons) {
        String name = lower(function.path("function_name"));
        if (!TABLE_FUNCTIONS.contains(name)) {
            reasons.add("%s() may not be used here: a query reads its tables and nothing else".formatted(name));
        }
    }

    /** The time of day needs no parentheses; all other names are those of columns, whatever functions are called like them. */
    private static void checkColumn(JsonNode names, List<String> reasons) {
        String name = lower(names.path(0));
        if (names.size() == 1 && CLOCKS.contains(name)) {
            checkName(name, reasons);
        }
    }

    private static void checkName(String name, List<String> reasons) {
        if (CHANGING.contains(name)) {
            reasons.add("%s may not be used here: the same data has to give the same rows every time".formatted(name));
        } else if (REVEALING.contains(name)) {
            reasons.add("%s may not be used here: a query knows its tables and nothing else".formatted(name));
        }
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }
}
