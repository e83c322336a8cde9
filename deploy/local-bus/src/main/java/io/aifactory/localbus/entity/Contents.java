package io.aifactory.localbus.entity;

import io.aifactory.localbus.numbers.Timetable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one queue. They stay in the log; memory holds only numbers: which are ready for a receiver, which wait for
 * their time.
 */
final class Contents {

    private final String entity;
    private final MessageLog log;
    private final ReadyMessages ready;
    private final Map<MessageState, Integer> counts = new EnumMap<>(MessageState.class);
    private final Timetable appearances = new Timetable();
    private final Timetable expiries = new Timetable();

    Contents(String entity, MessageLog log, boolean bySession) {
        this.entity = entity;
        this.log = log;
        this.ready = new ReadyMessages(bySession);
    }

    /** Takes in what the log has kept and returns what is among it of one kind. */
    List<StoredMessage> restoreAll(Predicate<StoredMessage> kind) {
        List<StoredMessage> found = new ArrayList<>();
        log.messages(entity, 0).forEachRemaining(message -> {
            restore(message);
            if (kind.test(message)) {
                found.add(message);
            }
        });
        return found;
    }

    /** Takes in a message that the log knows already. */
    private void restore(StoredMessage message) {
        count(message.state(), 1);
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
        StoredMessage before = Objects.requireNonNull(log.find(entity, message.sequence()), "An unknown message");
        count(before.state(), -1);
        count(message.state(), 1);
        log.save(entity, message);
        makeReady(message);
    }

    void remove(StoredMessage message) {
        log.remove(entity, message);
        count(message.state(), -1);
        ready.remove(message);
    }

    private void count(MessageState state, int change) {
        counts.merge(state, change, Integer::sum);
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

    StoredMessage get(long sequence) {
        return Objects.requireNonNull(log.find(entity, sequence), () -> "Message " + sequence + " is gone");
    }

    @Nullable
    StoredMessage find(long sequence, MessageState state) {
        StoredMessage message = log.find(entity, sequence);
        return message != null && message.state() == state ? message : null;
    }

    List<DeliveredMessage> show(long fromSequence, int atMost, @Nullable String session) {
        List<DeliveredMessage> shown = new ArrayList<>();
        Iterator<StoredMessage> messages = log.messages(entity, fromSequence);
        while (shown.size() < atMost && messages.hasNext()) {
            StoredMessage message = messages.next();
            if (session == null || session.equals(message.sessionId())) {
                shown.add(new DeliveredMessage(message, payload(message), null, null));
            }
        }
        return shown;
    }

    List<StoredMessage> takeAppearing(Instant now) {
        return Arrays.stream(appearances.takeDue(now))
                .mapToObj(sequence -> find(sequence, MessageState.SCHEDULED))
                .filter(Objects::nonNull)
                .toList();
    }

    List<StoredMessage> takeExpired(Instant now) {
        return Arrays.stream(expiries.takeDue(now))
                .mapToObj(sequence -> log.find(entity, sequence))
                .filter(Objects::nonNull)
                .filter(message -> !message.expiresAt().isAfter(now))
                .toList();
    }

    int count(MessageState state) {
        return counts.getOrDefault(state, 0);
    }

    byte[] payload(StoredMessage message) {
        return log.payload(message.payload());
    }
}
