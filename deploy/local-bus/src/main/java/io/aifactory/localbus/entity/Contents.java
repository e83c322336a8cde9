package io.aifactory.localbus.entity;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of one queue, in memory and in the log, and which of them are ready for a receiver. */
final class Contents {

    private final String entity;
    private final MessageLog log;
    private final ReadyMessages ready;
    private final NavigableMap<Long, StoredMessage> messages = new TreeMap<>();

    Contents(String entity, MessageLog log, boolean bySession) {
        this.entity = entity;
        this.log = log;
        this.ready = new ReadyMessages(bySession);
    }

    /** Takes in a message that the log knows already. */
    void restore(StoredMessage message) {
        messages.put(message.sequence(), message);
        makeReady(message);
    }

    /** Takes in a message, or its new state. */
    void save(StoredMessage message) {
        log.save(entity, message);
        restore(message);
    }

    void remove(StoredMessage message) {
        log.remove(entity, message);
        forget(message);
    }

    /** Lets go of a message that stays in the log under another roof. */
    void forget(StoredMessage message) {
        messages.remove(message.sequence());
        ready.remove(message);
    }

    void withdraw(StoredMessage message) {
        ready.remove(message);
    }

    void makeReady(StoredMessage message) {
        if (message.state() == MessageState.ACTIVE) {
            ready.add(message);
        } else {
            ready.remove(message);
        }
    }

    ReadyMessages ready() {
        return ready;
    }

    @Nullable
    StoredMessage find(long sequence, MessageState state) {
        StoredMessage message = messages.get(sequence);
        return message != null && message.state() == state ? message : null;
    }

    @Nullable
    StoredMessage find(long sequence) {
        return messages.get(sequence);
    }

    Collection<StoredMessage> from(long sequence) {
        return messages.tailMap(sequence, true).values();
    }

    int count(MessageState state) {
        return (int) messages.values().stream()
                .filter(message -> message.state() == state)
                .count();
    }

    List<DeliveredMessage> shown(Collection<StoredMessage> some) {
        return some.stream()
                .map(message -> new DeliveredMessage(message, payload(message), null, null))
                .toList();
    }

    byte[] payload(StoredMessage message) {
        return log.payload(message.payload());
    }
}
