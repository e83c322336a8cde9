package io.aifactory.localbus.entity;

import io.aifactory.localbus.filter.MessageFilter;
import io.aifactory.localbus.filter.SqlFilter;
import io.aifactory.localbus.topology.RuleDefinition;
import java.nio.charset.StandardCharsets;

/** Keeps rules as {@code name:expression}; a rule without an expression lets everything pass. */
final class SqlRules implements RuleCodec {

    @Override
    public byte[] encoded(RuleDefinition rule) {
        String expression = rule.filter() instanceof SqlFilter sql ? sql.toString() : "";
        return (rule.name() + ":" + expression).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public RuleDefinition decoded(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(":", 2);
        return new RuleDefinition(parts[0], parts[1].isEmpty() ? MessageFilter.EVERYTHING : SqlFilter.parse(parts[1]));
    }
}
