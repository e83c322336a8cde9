package io.aifactory.lake.engine.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aifactory.lake.engine.QueryReader.ReadQuery;
import io.aifactory.lake.engine.QueryReader.ResultColumn;
import io.aifactory.lake.engine.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a team's query gives, with the types and names that the embedded engine found for it. */
final class TeamResult {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TYPES = Map.of("VARCHAR", "STRING");
    private static final List<String> ORIGIN = List.of("_file_number", "_row");

    private final ReadQuery query;

    TeamResult(ReadQuery query) {
        this.query = query;
    }

    /** Returns the query. Rows that have their origin with them come in its order, unless the team wants another. */
    String select() {
        JsonNode tree = tree();
        var own = new ArrayList<String>();
        var wanted = new ArrayList<String>();
        for (ResultColumn column : query.columns()) {
            String name = "_c" + own.size();
            own.add(name);
            wanted.add("CAST(%s AS %s) AS %s"
                    .formatted(name, TYPES.getOrDefault(column.type(), column.type()), Sql.name(column.name())));
        }
        return "SELECT %s FROM (%s) AS result(%s)%s"
                .formatted(String.join(", ", wanted), CommonSql.write(tree), String.join(", ", own), order(tree));
    }

    private String order(JsonNode tree) {
        List<String> names = query.columns().stream().map(ResultColumn::name).toList();
        return names.containsAll(ORIGIN) && !isOrdered(tree) ? " ORDER BY " + String.join(", ", ORIGIN) : "";
    }

    private static boolean isOrdered(JsonNode tree) {
        for (JsonNode modifier : tree.path("statements").path(0).path("node").path("modifiers")) {
            if (modifier.path("type").asText().equals("ORDER_MODIFIER")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode tree() {
        try {
            return JSON.readTree(query.tree());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the parser answers in JSON", e);
        }
    }
}
