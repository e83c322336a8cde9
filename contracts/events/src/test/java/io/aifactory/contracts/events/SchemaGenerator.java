package io.aifactory.contracts.events;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Derives the JSON Schema of an event from its record: components, patterns, labels and javadoc. */
final class SchemaGenerator {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Map<String, ObjectNode> definitions = new TreeMap<>();

    static ObjectNode schemaOf(Class<? extends FactoryEvent> event) {
        return new SchemaGenerator().eventSchema(event);
    }

    private ObjectNode eventSchema(Class<? extends FactoryEvent> event) {
        ObjectNode schema = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", EventCatalog.schemaOf(EventCatalog.typeOf(event)).toString())
                .put("title", event.getSimpleName());
        schema.setAll(recordSchema(event));
        if (!definitions.isEmpty()) {
            schema.putObject("$defs").setAll(definitions);
        }
        return schema;
    }

    private ObjectNode recordSchema(Class<?> type) {
        var javadoc = RecordJavadoc.of(type);
        ObjectNode schema =
                JSON.objectNode().put("description", javadoc.description()).put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        var required = schema.putArray("required");
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), componentSchema(component, javadoc));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private ObjectNode componentSchema(RecordComponent component, RecordJavadoc javadoc) {
        ObjectNode schema = JSON.objectNode().put("description", javadoc.component(component.getName()));
        schema.setAll(typeSchema(component.getGenericType()));
        return constrained(schema, component);
    }

    private static ObjectNode constrained(ObjectNode schema, RecordComponent component) {
        var matches = component.getAnnotation(Matches.class);
        if (matches != null) {
            schema.put("pattern", "^(" + matches.value() + ")$");
        }
        var atLeast = component.getAnnotation(AtLeast.class);
        if (atLeast != null) {
            schema.put("minimum", atLeast.value());
        }
        return schema;
    }

    private ObjectNode typeSchema(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collectionSchema(generic);
        }
        return classSchema((Class<?>) type);
    }

    private ObjectNode collectionSchema(ParameterizedType generic) {
        Type[] arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) {
            ObjectNode list = JSON.objectNode().put("type", "array");
            list.set("items", typeSchema(arguments[0]));
            return list;
        }
        if (generic.getRawType() == Map.class && arguments[0] == String.class) {
            ObjectNode map = JSON.objectNode().put("type", "object");
            map.set("additionalProperties", typeSchema(arguments[1]));
            return map;
        }
        throw new IllegalArgumentException("no schema known for " + generic);
    }

    private ObjectNode classSchema(Class<?> type) {
        if (type.isRecord() || type.isEnum()) {
            return reference(type);
        }
        if (type == Instant.class) {
            return JSON.objectNode().put("type", "string").put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return JSON.objectNode().put("type", "string").put("format", "date");
        }
        return JSON.objectNode().put("type", jsonType(type));
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
            return "integer";
        }
        if (List.of(double.class, Double.class, BigDecimal.class).contains(type)) {
            return "number";
        }
        throw new IllegalArgumentException("no schema known for " + type);
    }

    private ObjectNode reference(Class<?> type) {
        if (!definitions.containsKey(type.getSimpleName())) {
            definitions.put(type.getSimpleName(), JSON.objectNode());
            definitions.put(type.getSimpleName(), definition(type));
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + type.getSimpleName());
    }

    private ObjectNode definition(Class<?> type) {
        if (type.isEnum()) {
            return labels(type);
        }
        RecordComponent first = type.getRecordComponents()[0];
        if (first.getAccessor().isAnnotationPresent(JsonValue.class)) {
            var name = JSON.objectNode()
                    .put("description", RecordJavadoc.of(type).description())
                    .put("type", "string");
            return constrained(name, first);
        }
        return recordSchema(type);
    }

    private static ObjectNode labels(Class<?> type) {
        ObjectNode schema = JSON.objectNode()
                .put("description", RecordJavadoc.of(type).description())
                .put("type", "string");
        var labels = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(labels::add);
        return schema;
    }
}
