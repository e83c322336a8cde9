package io.aifactory.localbus.topology;

import io.aifactory.localbus.filter.CorrelationFilter;
import io.aifactory.localbus.filter.FilterSyntaxError;
import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.filter.SqlFilter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads one rule of a subscription. */
final class RuleReader {

    private static final Set<String> SYSTEM_KEYS = Set.of(
            "ContentType", "CorrelationId", "Label", "MessageId", "ReplyTo", "ReplyToSessionId", "SessionId", "To");

    private RuleReader() {}

    static RuleDefinition read(ConfigNode node) {
        node.allow(Set.of("Name", "Properties"));
        ConfigNode properties =
                node.child("Properties").allow(Set.of("FilterType", "SqlFilter", "CorrelationFilter", "Action"));
        if (properties.has("Action")) {
            properties.refuse("sets 'Action', which this bus does not support");
        }
        return new RuleDefinition(node.name(), filter(properties));
    }

    private static MessageFilter filter(ConfigNode properties) {
        return switch (properties.text("FilterType").toLowerCase(Locale.ROOT)) {
            case "sql" -> sql(properties.child("SqlFilter"));
            case "correlation" -> correlation(properties.child("CorrelationFilter"));
            default -> {
                properties.refuse("needs the FilterType Sql or Correlation");
                yield MessageFilter.EVERYTHING;
            }
        };
    }

    private static MessageFilter sql(ConfigNode node) {
        node.allow(Set.of("SqlExpression"));
        try {
            return SqlFilter.parse(node.text("SqlExpression"));
        } catch (FilterSyntaxError error) {
            node.refuse("has an unreadable SqlExpression. " + error.getMessage());
            return MessageFilter.EVERYTHING;
        }
    }

    private static MessageFilter correlation(ConfigNode node) {
        Map<String, String> system = new LinkedHashMap<>();
        Map<String, Object> application = new LinkedHashMap<>();
        node.values().forEach((key, value) -> {
            if (SYSTEM_KEYS.contains(key)) {
                system.put(key.toLowerCase(Locale.ROOT), value.toString());
            } else if (key.equals("Properties") || key.equals("ApplicationProperties")) {
                application.putAll(node.child(key).values());
            } else {
                node.refuse("has the unknown key '%s'".formatted(key));
            }
        });
        if (system.isEmpty() && application.isEmpty()) {
            node.refuse("needs at least one property");
        }
        return new CorrelationFilter(system, application);
    }
}
