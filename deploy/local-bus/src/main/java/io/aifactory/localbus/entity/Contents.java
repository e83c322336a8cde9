package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The messages of one queue, in memory and in the log: which are ready for a receiver, which wait for their time. */
final class Contents {

    private final String entity;
    private final MessageLog log;
    private final ReadyMessages ready;
    private final NavigableMap<Long, StoredMessage> messages = new TreeMap<>();
    private final Timetable<Long> appearances = new Timetable<>();
    private final Timetable<Long> expiries = new Timetable<>();

    Contents(String entity, MessageLog log, boolean bySession) {
        this.entity = entity;
        this.log = log;
        this.ready = new ReadyMessages(bySession);
    }

    /** Takes in a message that the log knows already. */
    void restore(StoredMessage message) {
        messages.put(message.sequence(), message);
        makeReady(message);
        if (message.scheduledFor() != null) {
            appearances.add(message.scheduledFor(), message.sequence());
        }
        if (!message.expiresAt().equals(StoredMessage.NEVER)) {
            expiries.add(message.expiresAt(), message.sequence());
        }
    }

    /** Takes in a new message. */
    void add(StoredMessage message) {
        log.save(entity, message);
        restore(message);
    }

    /** Takes the new state of a message that is here already. */
    void update(StoredMessage message) {
        log.save(entity, message);
        messages.put(message.sequence(), message);
        makeReady(message);
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

    /** Keeps a message from everybody else while one receiver has it. */
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

    Collection<StoredMessage> from(long sequence) {
        return messages.tailMap(sequence, true).values();
    }

    List<StoredMessage> takeAppearing(Instant now) {
        return appearances.takeDue(now).stream()
                .map(sequence -> find(sequence, MessageState.SCHEDULED))
                .filter(Objects::nonNull)
                .toList();
    }

    List<StoredMessage> takeExpired(Instant now) {
        return expiries.takeDue(now).stream()
                .map(messages::get)
                .filter(Objects::nonNull)
                .filter(message -> !message.expiresAt().isAfter(now))
                .toList();
    }

    int count(MessageState state) {
        return Math.toIntExact(messages.values().stream()
                .filter(message -> message.state() == state)
                .count());
    }

    byte[] payload(StoredMessage message) {
        return log.payload(message.payload());
    }
}
