package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What survives the process. Changes made in one turn of the bus become durable together or not at all; who needs to know
 * when asks the log's owner, not the log.
 */
public interface MessageLog {

    /**
     * A message id an entity has seen.
     *
     * @param number of the message that brought it
     */
    record SeenId(long number, String messageId, Instant at) {}

    /** The next number of a message or payload; never given twice, not even after a restart. */
    long nextNumber();

    /** Keeps a payload until no message refers to it any more. */
    void savePayload(long number, byte[] payload);

    byte[] payload(long number);

    /** Keeps a message of an entity, in place of the one with the same sequence number. */
    void save(String entity, StoredMessage message);

    void remove(String entity, StoredMessage message);

    /** The message of an entity with a sequence number. */
    @Nullable
    StoredMessage find(String entity, long sequence);

    /** The messages of an entity from a sequence number on, in order; nothing may be changed on the way. */
    Iterator<StoredMessage> messages(String entity, long fromSequence);

    /** Remembers that an entity has seen a message id. */
    void remember(String entity, SeenId seen);

    void forget(String entity, SeenId seen);

    /** The message id that came with a number, if it is remembered. */
    @Nullable
    SeenId remembered(String entity, long number);

    /** What an entity has seen, oldest first; nothing may be changed on the way. */
    Iterator<SeenId> remembered(String entity);

    /** Keeps the state of a session; an empty state removes it. */
    void saveSessionState(String entity, String sessionId, byte[] state);

    /** The state of a session, empty when there is none. */
    byte[] sessionState(String entity, String sessionId);

    /** Keeps the rules of a subscription, in place of the ones before. */
    void saveRules(String entity, List<byte[]> rules);

    /** The rules kept for a subscription; none at all when it never had any kept. */
    @Nullable
    List<byte[]> rules(String entity);
}
