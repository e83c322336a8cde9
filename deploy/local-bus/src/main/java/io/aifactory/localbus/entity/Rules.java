package io.aifactory.localbus.entity;

import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.filter.MessageProperties;
import io.aifactory.localbus.topology.RuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a subscription, which change at run time and are kept in the log. What the configuration names counts when
 * the subscription is new and whenever the configuration names other rules than before; until then run-time changes stay.
 */
public final class Rules implements MessageFilter {

    private static final String CONFIGURED = "#configured";

    private final String subscription;
    private final MessageLog log;
    private final RuleCodec codec;
    private final Map<String, RuleDefinition> rules = new LinkedHashMap<>();

    Rules(String subscription, List<RuleDefinition> configured, MessageLog log, RuleCodec codec) {
        this.subscription = subscription;
        this.log = log;
        this.codec = codec;
        List<byte[]> encoded = configured.stream().map(codec::encoded).toList();
        List<byte[]> kept = log.rules(subscription);
        if (kept != null && same(log.rules(subscription + CONFIGURED), encoded)) {
            kept.stream().map(codec::decoded).forEach(this::put);
        } else {
            configured.forEach(this::put);
            log.saveRules(subscription + CONFIGURED, encoded);
            save();
        }
    }

    private static boolean same(@Nullable List<byte[]> before, List<byte[]> now) {
        return before != null && Arrays.deepEquals(before.toArray(), now.toArray());
    }

    @Override
    public boolean matches(MessageProperties properties) {
        for (RuleDefinition rule : rules.values()) {
            if (rule.filter().matches(properties)) {
                return true;
            }
        }
        return false;
    }

    /** All rules in the order they were added. */
    public List<RuleDefinition> all() {
        return new ArrayList<>(rules.values());
    }

    /** Adds a rule; throws {@link RuleExists} when there is one of that name. */
    public void add(RuleDefinition rule) {
        if (rules.containsKey(key(rule.name()))) {
            throw new RuleExists(rule.name(), subscription);
        }
        put(rule);
        save();
    }

    /** Removes a rule; throws {@link UnknownRule} when there is none of that name. */
    public void remove(String name) {
        if (rules.remove(key(name)) == null) {
            throw new UnknownRule(name, subscription);
        }
        save();
    }

    private void put(RuleDefinition rule) {
        rules.put(key(rule.name()), rule);
    }

    private void save() {
        log.saveRules(subscription, rules.values().stream().map(codec::encoded).toList());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
