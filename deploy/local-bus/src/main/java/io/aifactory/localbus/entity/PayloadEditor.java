package io.aifactory.localbus.entity;

import java.util.Map;

/** Writes application properties into an encoded message. */
@FunctionalInterface
public interface PayloadEditor {

    /** A copy of the message with these application properties added or replaced. */
    byte[] withApplicationProperties(byte[] payload, Map<String, Object> properties);
}
