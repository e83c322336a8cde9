package io.aifactory.contracts.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schema of every event, read once from the class path. Nothing is ever fetched. */
final class EventSchemas {

    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** Returns everything in which the data breaks the schema of its type, in a fixed order; empty if nothing. */
    static List<String> violations(String type, JsonNode data) {
        return SCHEMAS.computeIfAbsent(type, EventSchemas::load).validate(data).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .distinct()
                .toList();
    }

    private static JsonSchema load(String type) {
        try (InputStream schema = EventSchemas.class.getResourceAsStream("schema/" + type + ".json")) {
            if (schema == null) {
                throw new IllegalStateException("no schema for " + type);
            }
            return FACTORY.getSchema(schema, CONFIG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema of " + type, e);
        }
    }
}
