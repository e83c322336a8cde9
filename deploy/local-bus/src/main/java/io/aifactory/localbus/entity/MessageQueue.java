package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.QueueProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A queue, a subscription, or the dead-letter queue of either: hands each message to one receiver at a time under a lock,
 * until it is completed, dead-lettered or expired. Not safe for use by several threads.
 */
public final class MessageQueue {

    private final QueueProperties properties;
    private final Clock clock;
    private final MessageLog log;
    private final PayloadEditor editor;
    private final @Nullable MessageQueue deadLetters;
    private final Contents contents;
    private final Locks locks = new Locks();
    private final Consumers consumers = new Consumers();
    private final Timetable<Long> appearances = new Timetable<>();
    private final Timetable<Long> expiries = new Timetable<>();

    MessageQueue(
            String name,
            QueueProperties properties,
            Clock clock,
            MessageLog log,
            PayloadEditor editor,
            @Nullable MessageQueue deadLetters) {
        this.properties = properties;
        this.clock = clock;
        this.log = log;
        this.editor = editor;
        this.deadLetters = deadLetters;
        this.contents = new Contents(name, log, properties.requiresSession());
    }

    void restore(StoredMessage message) {
        contents.restore(message);
        watch(message);
    }

    void enqueue(long sequence, ArrivedMessage arrived, Instant now) {
        Instant appearance = arrived.scheduledFor();
        if (appearance == null || !appearance.isAfter(now)) {
            save(arrival(sequence, arrived, now, null, MessageState.ACTIVE));
        } else {
            save(arrival(sequence, arrived, appearance, appearance, MessageState.SCHEDULED));
        }
    }

    private StoredMessage arrival(
            long sequence, ArrivedMessage arrived, Instant from, @Nullable Instant scheduledFor, MessageState state) {
        Instant expiresAt = from.plus(timeToLive(arrived));
        return new StoredMessage(
                sequence, sequence, from, scheduledFor, expiresAt, 0, state, false, arrived.sessionId());
    }

    private Duration timeToLive(ArrivedMessage arrived) {
        Duration wanted = arrived.timeToLive();
        return wanted == null || wanted.compareTo(properties.timeToLive()) > 0 ? properties.timeToLive() : wanted;
    }

    private void save(StoredMessage message) {
        contents.save(message);
        watch(message);
    }

    private void watch(StoredMessage message) {
        if (message.scheduledFor() != null) {
            appearances.add(message.scheduledFor(), message.sequence());
        }
        if (!message.expiresAt().equals(StoredMessage.NEVER)) {
            expiries.add(message.expiresAt(), message.sequence());
        }
    }

    /** Starts to deliver to a consumer; {@link #dispatch()} when it wants more. */
    public void attach(Consumer consumer) {
        consumers.add(consumer);
        dispatch();
    }

    /**
     * Ends deliveries to a consumer and gives back at once what it had not settled.
     *
     * @param failed whether that counts as a failed delivery of each
     */
    public void detach(Consumer consumer, boolean failed) {
        consumers.remove(consumer);
        Settlement settlement = failed ? new Settlement.Abandon(Map.of()) : new Settlement.Release();
        locks.takeOwnedBy(consumer).forEach(lock -> apply(settlement, lock.message()));
        dispatch();
    }

    /** Delivers what is ready to those who want it, in turn. */
    public void dispatch() {
        Consumer next = nextConsumer();
        while (next != null) {
            deliver(Objects.requireNonNull(contents.ready().first(next.session())), next);
            next = nextConsumer();
        }
    }

    private @Nullable Consumer nextConsumer() {
        if (contents.ready().size() == 0) {
            return null;
        }
        return consumers.next(consumer -> contents.ready().first(consumer.session()) != null);
    }

    private void deliver(StoredMessage message, Consumer consumer) {
        byte[] payload = contents.payload(message);
        if (consumer.settlesOnDelivery()) {
            contents.remove(message);
            consumer.deliver(new DeliveredMessage(message, payload, null, null));
        } else {
            consumer.deliver(locked(message, payload, consumer));
        }
    }

    private DeliveredMessage locked(StoredMessage message, byte[] payload, @Nullable Consumer owner) {
        contents.withdraw(message);
        Lock lock = locks.add(message, clock.instant().plus(properties.lockDuration()), owner);
        return new DeliveredMessage(message, payload, lock.token(), lock.until());
    }

    /** Carries out what a receiver decided; throws {@link LockLost} when it has the message no more. */
    public void settle(UUID lockToken, Settlement settlement) {
        apply(settlement, locks.release(lockToken).message());
        dispatch();
    }

    private void apply(Settlement settlement, StoredMessage message) {
        if (settlement instanceof Settlement.Complete) {
            contents.remove(message);
        } else if (settlement instanceof Settlement.Release) {
            giveBack(message);
        } else if (settlement instanceof Settlement.Abandon abandon) {
            abandon(edited(message, abandon.properties()));
        } else if (settlement instanceof Settlement.Defer defer) {
            save(edited(message, defer.properties()).deferred());
        } else if (settlement instanceof Settlement.DeadLetter deadLetter) {
            deadLetter(message, deadLetter);
        }
    }

    private void giveBack(StoredMessage message) {
        if (message.expiresAt().isAfter(clock.instant())) {
            contents.makeReady(message);
        } else {
            expire(message);
        }
    }

    private void abandon(StoredMessage message) {
        int count = message.deliveryCount() + 1;
        if (deadLetters != null && count >= properties.maxDeliveryCount()) {
            deadLetter(message.delivered(count), exceeded(count));
        } else {
            StoredMessage counted = message.delivered(count);
            contents.save(counted);
            giveBack(counted);
        }
    }

    private static Settlement.DeadLetter exceeded(int count) {
        return Settlement.DeadLetter.because(
                "MaxDeliveryCountExceeded",
                "Message could not be consumed after %d delivery attempts.".formatted(count),
                Map.of());
    }

    private void deadLetter(StoredMessage message, Settlement.DeadLetter deadLetter) {
        if (deadLetters == null) {
            giveBack(message);
            return;
        }
        contents.forget(message);
        deadLetters.save(edited(message, deadLetter.properties()).asDeadLetter());
        deadLetters.dispatch();
    }

    private StoredMessage edited(StoredMessage message, Map<String, Object> properties) {
        if (properties.isEmpty()) {
            return message;
        }
        long number = log.nextNumber();
        log.savePayload(number, editor.withApplicationProperties(contents.payload(message), properties));
        return message.withPayload(number);
    }

    /** Extends a lock by the queue's lock duration and returns its new end. */
    public Instant renew(UUID lockToken) {
        return locks.renew(lockToken, clock.instant().plus(properties.lockDuration()))
                .until();
    }

    /** Hands out deferred messages, locked unless they are to be done with at once; unknown numbers are left out. */
    public List<DeliveredMessage> receiveDeferred(List<Long> sequences, boolean lock) {
        return sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.DEFERRED))
                .filter(Objects::nonNull)
                .filter(message -> !locks.holds(message.sequence()))
                .map(message -> lock ? locked(message, contents.payload(message), null) : taken(message))
                .toList();
    }

    private DeliveredMessage taken(StoredMessage message) {
        byte[] payload = contents.payload(message);
        contents.remove(message);
        return new DeliveredMessage(message, payload, null, null);
    }

    /** Shows messages of any state from a sequence number on, oldest first, and changes nothing. */
    public List<DeliveredMessage> peek(long fromSequence, int atMost, @Nullable String session) {
        return contents.shown(contents.from(fromSequence).stream()
                .filter(message -> session == null || session.equals(message.sessionId()))
                .limit(atMost)
                .toList());
    }

    void cancelScheduled(List<Long> sequences) {
        sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.SCHEDULED))
                .filter(Objects::nonNull)
                .forEach(contents::remove);
    }

    /** Does what the passing of time asks for: locks end, scheduled messages appear, old ones expire. */
    void tick(Instant now) {
        locks.takeEnded(now).forEach(lock -> abandon(lock.message()));
        appearances.takeDue(now).forEach(sequence -> appear(sequence, now));
        expiries.takeDue(now).forEach(sequence -> expireUnlessLocked(sequence, now));
        dispatch();
    }

    private void appear(long sequence, Instant now) {
        StoredMessage scheduled = contents.find(sequence, MessageState.SCHEDULED);
        if (scheduled != null) {
            StoredMessage visible = scheduled.visible(log.nextNumber(), now);
            save(visible);
            contents.remove(scheduled);
        }
    }

    private void expireUnlessLocked(long sequence, Instant now) {
        StoredMessage message = contents.find(sequence);
        if (message != null && !message.expiresAt().isAfter(now) && !locks.holds(sequence)) {
            expire(message);
        }
    }

    private void expire(StoredMessage message) {
        if (deadLetters != null && properties.deadLettersExpired()) {
            deadLetter(
                    message,
                    Settlement.DeadLetter.because(
                            "TTLExpiredException", "The message expired and was dead lettered.", Map.of()));
        } else {
            contents.remove(message);
        }
    }

    int count(MessageState state) {
        return contents.count(state);
    }
}
