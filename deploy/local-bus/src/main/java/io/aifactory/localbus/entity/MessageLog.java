package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * What survives the process. Changes made in one turn of the bus become durable together or not at all; who needs to know
 * when asks the log's owner, not the log.
 */
public interface MessageLog {

    /** The next number of a message or payload; never given twice, not even after a restart. */
    long nextNumber();

    /** Keeps a payload until no message refers to it any more. */
    void savePayload(long number, byte[] payload);

    byte[] payload(long number);

    /** Keeps a message of an entity, in place of the one with the same sequence number. */
    void save(String entity, StoredMessage message);

    void remove(String entity, StoredMessage message);

    /** The messages of an entity in order of their sequence numbers. */
    Collection<StoredMessage> messages(String entity);

    /** Remembers that an entity has seen a message id. */
    void remember(String entity, String messageId, Instant at);

    void forget(String entity, String messageId);

    Map<String, Instant> remembered(String entity);

    /** Keeps the state of a session; an empty state removes it. */
    void saveSessionState(String entity, String sessionId, byte[] state);

    /** The state of a session, empty when there is none. */
    byte[] sessionState(String entity, String sessionId);
}
