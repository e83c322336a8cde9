package io.aifactory.localbus.topology;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An object of the Config.json at a known place; whatever is wrong with it goes to one list of reasons. */
final class ConfigNode {

    private final JsonNode node;
    private final String place;
    private final List<String> reasons;

    ConfigNode(JsonNode node, String place, List<String> reasons) {
        this.node = node;
        this.place = place;
        this.reasons = reasons;
        if (!node.isObject()) {
            reasons.add(place + " must be an object");
        }
    }

    void refuse(String reason) {
        reasons.add(place + " " + reason);
    }

    /** Refuses every key that is not one of these. */
    ConfigNode allow(Set<String> keys) {
        node.fieldNames().forEachRemaining(key -> {
            if (!keys.contains(key)) {
                refuse("has the unknown key '%s'".formatted(key));
            }
        });
        return this;
    }

    ConfigNode child(String key) {
        JsonNode child = node.path(key);
        return new ConfigNode(
                child.isMissingNode() ? JsonNodeFactory.instance.objectNode() : child, place + "." + key, reasons);
    }

    boolean has(String key) {
        return node.has(key);
    }

    List<ConfigNode> children(String key) {
        JsonNode array = node.path(key);
        if (!array.isMissingNode() && !array.isArray()) {
            refuse("needs a list at '%s'".formatted(key));
        }
        List<ConfigNode> children = new ArrayList<>();
        for (int i = 0; array.isArray() && i < array.size(); i++) {
            children.add(new ConfigNode(array.get(i), "%s.%s[%d]".formatted(place, key, i), reasons));
        }
        return children;
    }

    String name() {
        String name = node.path("Name").asText("");
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,259}")) {
            refuse("needs a Name of letters, digits, '.', '_', '/' and '-', found '%s'".formatted(name));
        }
        return name;
    }

    String text(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isTextual()) {
            refuse("needs text at '%s'".formatted(key));
        }
        return value.asText("");
    }

    void forbidText(String key) {
        if (!text(key).isEmpty()) {
            refuse("sets '%s', which this bus does not support".formatted(key));
        }
    }

    boolean flag(String key) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            refuse("needs true or false at '%s'".formatted(key));
        }
        return value.asBoolean(false);
    }

    int count(String key, int otherwise, int most) {
        JsonNode value = node.path(key);
        boolean acceptable = value.isMissingNode() || (value.isInt() && value.asInt() >= 1 && value.asInt() <= most);
        if (!acceptable) {
            refuse("needs a whole number from 1 to %d at '%s', found %s".formatted(most, key, value));
            return otherwise;
        }
        return value.asInt(otherwise);
    }

    Duration duration(String key, Duration otherwise, Duration longest) {
        String value = text(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value);
            if (!duration.isNegative() && !duration.isZero() && duration.compareTo(longest) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            refuse("needs a duration such as PT1M at '%s', found '%s'".formatted(key, value));
            return otherwise;
        }
        refuse("needs a duration above zero and up to %s at '%s', found '%s'".formatted(longest, key, value));
        return otherwise;
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        node.fields().forEachRemaining(entry -> values.put(entry.getKey(), value(entry.getValue())));
        return values;
    }

    private static Object value(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? value.decimalValue() : value.asText();
    }
}
