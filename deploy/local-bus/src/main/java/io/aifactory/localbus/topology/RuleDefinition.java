package io.aifactory.localbus.topology;

import io.aifactory.localbus.filter.MessageFilter;

/** A named filter of a subscription. */
public record RuleDefinition(String name, MessageFilter filter) {}
