package io.aifactory.lake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.lake.engine.InvalidSql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
    private final Set<String> tables;

    /**
     * Takes a query as it was written.
     *
     * @param tables the names of the tables it may read
     */
    TeamQuery(String sql, Collection<String> tables) {
        this.sql = withoutEnd(sql);
        this.tables = Set.copyOf(tables);
    }

    /**
     * Returns the query, to stand in the parentheses of another.
     *
     * @throws InvalidSql if it is none that may run, with the reason
     */
    String checked(DuckDb database) {
        JsonNode parsed = parse(database);
        requireOneSelect(parsed);
        var allowed = new HashSet<>(tables);
        collectOwnTables(parsed, allowed);
        var reasons = new ArrayList<String>();
        collectReasons(parsed, allowed, reasons);
        if (!reasons.isEmpty()) {
            throw new InvalidSql(String.join("; ", reasons.stream().distinct().toList()));
        }
        return sql;
    }

    private static String withoutEnd(String sql) {
        return sql.strip().replaceAll("[;\\s]+$", "");
    }

    private JsonNode parse(DuckDb database) {
        String answer =
                database.queryOne("SELECT json_serialize_sql(%s)".formatted(Sql.text(sql)), row -> row.getString(1));
        try {
            return JSON.readTree(answer);
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
    private static void collectOwnTables(JsonNode node, Set<String> allowed) {
        node.path("cte_map").path("map").forEach(entry -> allowed.add(lower(entry.path("key"))));
        node.forEach(child -> collectOwnTables(child, allowed));
    }

    private static void collectReasons(JsonNode node, Set<String> allowed, List<String> reasons) {
        switch (node.path("type").asText()) {
            case "BASE_TABLE" -> checkTable(node, allowed, reasons);
            case "TABLE_FUNCTION" -> checkTableFunction(node.path("function"), reasons);
            case "SHOW_REF" -> reasons.add("it describes a table; only rows can be selected");
            case "FUNCTION" -> checkName(lower(node.path("function_name")), reasons);
            case "COLUMN_REF" -> node.path("column_names").forEach(name -> checkName(lower(name), reasons));
            default -> {}
        }
        node.forEach(child -> collectReasons(child, allowed, reasons));
    }

    private static void checkTable(JsonNode table, Set<String> allowed, List<String> reasons) {
        String name = table.path("table_name").asText();
        boolean plain = table.path("schema_name").asText().isEmpty()
                && table.path("catalog_name").asText().isEmpty();
        if (!plain || !allowed.contains(name.toLowerCase(Locale.ROOT))) {
            reasons.add("there is no table '%s' here; there is %s"
                    .formatted(name, String.join(", ", allowed.stream().sorted().toList())));
        }
    }

    private static void checkTableFunction(JsonNode function, List<String> reasons) {
        String name = lower(function.path("function_name"));
        if (!TABLE_FUNCTIONS.contains(name)) {
            reasons.add("%s() may not be used here: a query reads its tables and nothing else".formatted(name));
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
