package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.RuleDefinition;

/** Turns a rule into the bytes that are kept of it, and back. */
public interface RuleCodec {

    /** The same bytes for the same rule, always. */
    byte[] encoded(RuleDefinition rule);

    RuleDefinition decoded(byte[] bytes);
}
