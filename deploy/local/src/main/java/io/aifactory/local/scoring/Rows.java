package io.aifactory.local.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aifactory.local.home.Json;
import io.aifactory.local.terminal.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Rows to score, from what a person typed or from a file. */
public final class Rows {

    private Rows() {}

    /** Returns the rows of a JSON text: one row, a list of rows, or a request with {@code data}. */
    public static ArrayNode ofJson(String text) {
        try {
            var document = Json.MAPPER.readTree(text);
            var rows = document.has("data") ? document.path("data") : document;
            return rows.isArray()
                    ? (ArrayNode) rows
                    : Json.MAPPER.createArrayNode().add(row(rows));
        } catch (JsonProcessingException e) {
            throw Refusal.of("This is no JSON: " + e.getOriginalMessage());
        }
    }

    /** Returns the rows of a file: CSV with a heading, or JSON. */
    public static ArrayNode ofFile(Path file) {
        try {
            var text = Files.readString(file);
            return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv") ? ofCsv(text) : ofJson(text);
        } catch (IOException e) {
            throw Refusal.of("There is no readable text file " + file);
        }
    }

    private static JsonNode row(JsonNode document) {
        if (!document.isObject()) {
            throw Refusal.of("A row is a JSON object of column and value, such as {\"age\": 59}.");
        }
        return document;
    }

    private static ArrayNode ofCsv(String text) {
        var lines = CsvLines.of(text);
        if (lines.size() < 2) {
            throw Refusal.of("The file has no rows.");
        }
        var rows = Json.MAPPER.createArrayNode();
        var heading = lines.get(0);
        for (var line : lines.subList(1, lines.size())) {
            var row = rows.addObject();
            for (int column = 0; column < Math.min(heading.size(), line.size()); column++) {
                put(row, heading.get(column), line.get(column));
            }
        }
        return rows;
    }

    private static void put(ObjectNode row, String column, String value) {
        if (value.isEmpty()) {
            row.putNull(column);
        } else if (value.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")) {
            row.put(column, Double.parseDouble(value));
        } else {
            row.put(column, value);
        }
    }
}
