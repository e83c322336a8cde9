package io.aifactory.lake.engine.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.aifactory.lake.engine.FileText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads an object as values by name. An object within it is taken apart, its names after its own ({@code address.city} is
 * {@code address_city}); what is deeper, and every array, stays JSON text. Numbers are as they are written.
 */
final class JsonObject {

    private static final JsonFactory WRITER = new JsonFactoryBuilder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonParser parser;
    private final Decimals decimals;
    private final Map<String, String> values = new LinkedHashMap<>();
    private long length;

    private JsonObject(JsonParser parser, Decimals decimals) {
        this.parser = parser;
        this.decimals = decimals;
    }

    static Map<String, String> read(JsonParser parser, Decimals decimals) throws IOException, NoRow {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new NoRow("it is no JSON object");
        }
        var object = new JsonObject(parser, decimals);
        object.readFields("", true);
        return object.values;
    }

    private void readFields(String prefix, boolean takesApart) throws IOException, NoRow {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = prefix + parser.currentName();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && takesApart) {
                readFields(name + "_", false);
            } else if (token == JsonToken.VALUE_NULL) {
                length += name.length();
                requireShort(length);
                values.putIfAbsent(name, "");
            } else {
                put(name, FileText.whole(value(token)));
            }
        }
    }

    private String value(JsonToken token) throws IOException, NoRow {
        if (token.isStructStart()) {
            return text();
        }
        return token.isNumeric() ? decimals.asText(parser.getText()) : parser.getText();
    }

    private void put(String name, String value) throws NoRow {
        length += name.length() + value.length();
        requireShort(length);
        if (value.indexOf('\0') >= 0) {
            throw new NoRow("its value '%s' has a NUL character".formatted(name));
        }
        String other = values.put(name, value);
        if (other != null && !other.isEmpty()) {
            throw new NoRow("it has two values called '%s'".formatted(name));
        }
    }

    private String text() throws IOException, NoRow {
        var text = new StringWriter();
        try (JsonGenerator generator = WRITER.createGenerator(text)) {
            int depth = 0;
            do {
                generator.copyCurrentEventExact(parser);
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                requireShort(text.getBuffer().length());
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    private static void requireShort(long length) throws NoRow {
        if (length > Limits.LONGEST_LINE) {
            throw new NoRow("it is longer than %d characters".formatted(Limits.LONGEST_LINE));
        }
    }
}
