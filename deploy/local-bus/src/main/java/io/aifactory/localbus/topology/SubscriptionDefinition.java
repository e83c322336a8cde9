package io.aifactory.localbus.topology;

import io.aifactory.localbus.filter.MessageFilter;
import java.util.List;

/** A subscription: it gets each message of its topic that at least one of its rules lets pass, once. */
public record SubscriptionDefinition(String name, QueueProperties properties, List<RuleDefinition> rules) {

    public SubscriptionDefinition {
        rules = List.copyOf(rules);
    }

    /** All rules as one; no rules let everything pass. */
    public MessageFilter filter() {
        return rules.isEmpty()
                ? MessageFilter.EVERYTHING
                : message -> rules.stream().anyMatch(rule -> rule.filter().matches(message));
    }
}
