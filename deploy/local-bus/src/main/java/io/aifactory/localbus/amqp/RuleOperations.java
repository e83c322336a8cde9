package io.aifactory.localbus.amqp;

import io.aifactory.localbus.entity.Rules;
import io.aifactory.localbus.filter.CorrelationFilter;
import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.filter.SqlFilter;
import io.aifactory.localbus.topology.RuleDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.qpid.proton.amqp.DescribedType;
import org.jspecify.annotations.Nullable;

/** What can be asked about the rules of a subscription, and done to them. */
record RuleOperations(Rules rules) implements Operations {

    private static final List<String> SYSTEM_KEYS = List.of(
            "correlation-id",
            "message-id",
            "to",
            "reply-to",
            "label",
            "session-id",
            "reply-to-session-id",
            "content-type");

    @Override
    public @Nullable Reply answer(Requested request) {
        return switch (request.operation()) {
            case "com.microsoft:add-rule" -> add(request);
            case "com.microsoft:remove-rule" -> remove(request);
            case "com.microsoft:enumerate-rules" -> enumerate(request);
            default -> null;
        };
    }

    private Reply add(Requested request) {
        Requested description = request.part("rule-description");
        if (description.part("sql-rule-action").text("expression") != null) {
            throw new UnsupportedOperationException("Rules with an action are not supported here");
        }
        rules.add(new RuleDefinition(request.requiredText("rule-name"), filter(description)));
        return Reply.ok(Map.of());
    }

    private static MessageFilter filter(Requested description) {
        String expression = description.part("sql-filter").text("expression");
        if (expression != null) {
            return SqlFilter.parse(expression);
        }
        Requested correlation = description.part("correlation-filter");
        Map<String, String> system = new LinkedHashMap<>();
        for (int i = 0; i < SYSTEM_KEYS.size(); i++) {
            String value = correlation.text(SYSTEM_KEYS.get(i));
            if (value != null) {
                system.put(RuleDescriptions.SYSTEM_NAMES.get(i), value);
            }
        }
        Map<String, Object> properties = correlation.properties("properties");
        if (system.isEmpty() && properties.isEmpty()) {
            throw new IllegalArgumentException("A rule needs a SQL filter, or a correlation filter with a property");
        }
        return new CorrelationFilter(system, properties);
    }

    private Reply remove(Requested request) {
        rules.remove(request.requiredText("rule-name"));
        return Reply.ok(Map.of());
    }

    private Reply enumerate(Requested request) {
        List<Map<String, DescribedType>> shown = rules.all().stream()
                .skip(request.number("skip"))
                .limit(request.number("top"))
                .map(rule -> Map.of("rule-description", RuleDescriptions.describe(rule)))
                .toList();
        return shown.isEmpty() ? Reply.nothingFound() : Reply.ok(Map.of("rules", shown));
    }
}
