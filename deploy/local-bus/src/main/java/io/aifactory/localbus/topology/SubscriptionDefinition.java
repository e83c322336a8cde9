package io.aifactory.localbus.topology;

import io.aifactory.localbus.filter.MessageFilter;
import java.util.List;

/** A subscription: it gets each message of its topic that at least one of its rules lets pass, once. */
public record SubscriptionDefinition(String name, QueueProperties properties, List<RuleDefinition> rules) {

    private static final RuleDefinition DEFAULT = new RuleDefinition("$Default", MessageFilter.EVERYTHING);

    /** Where no rules are named there is one that lets everything pass. */
    public SubscriptionDefinition {
        rules = rules.isEmpty() ? List.of(DEFAULT) : List.copyOf(rules);
    }
}
