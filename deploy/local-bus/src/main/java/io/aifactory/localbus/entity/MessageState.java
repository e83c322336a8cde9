package io.aifactory.localbus.entity;

/** Where a message stands; a lock comes on top of it and is not kept. */
public enum MessageState {
    /** Waits for a receiver, or is locked by one. */
    ACTIVE,
    /** Set aside by a receiver; only handed out by its sequence number. */
    DEFERRED,
    /** Not visible before its time. */
    SCHEDULED
}
