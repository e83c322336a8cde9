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

    private static final Settlement MISSES_SESSION = Settlement.DeadLetter.because(
            "SessionIdMissing", "The entity requires sessions since, and the message has none.", Map.of());

    private final String name;
    private final QueueProperties properties;
    private final Clock clock;
    private final MessageLog log;
    private final Contents contents;
    private final Settling settling;
    private final Locks locks = new Locks();
    private final Consumers consumers = new Consumers();
    private final SessionDesk sessions;

    MessageQueue(
            String name,
            QueueProperties properties,
            Clock clock,
            MessageLog log,
            PayloadEditor editor,
            @Nullable MessageQueue deadLetters) {
        this.name = name;
        this.properties = properties;
        this.clock = clock;
        this.log = log;
        this.contents = new Contents(name, log, properties.requiresSession());
        this.settling = new Settling(properties, clock, log, editor, contents, deadLetters);
        this.sessions = new SessionDesk(contents.ready());
    }

    /** Whether only receivers of a session get messages. */
    public boolean requiresSession() {
        return properties.requiresSession();
    }

    /** Takes back a message from before; one that nobody could receive any more becomes a dead letter. */
    void restore(StoredMessage message) {
        contents.restore(message);
        if (properties.requiresSession() && message.sessionId() == null) {
            settling.apply(MISSES_SESSION, message);
        }
    }

    void enqueue(long sequence, ArrivedMessage arrived, Instant now) {
        Instant appearance = arrived.scheduledFor();
        if (appearance == null || !appearance.isAfter(now)) {
            contents.add(arrival(sequence, arrived, now, null, MessageState.ACTIVE));
        } else {
            contents.add(arrival(sequence, arrived, appearance, appearance, MessageState.SCHEDULED));
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

    /** Takes in a message that died in the queue this is the dead-letter queue of. */
    void bury(StoredMessage message) {
        contents.add(message);
        dispatch();
    }

    /** Starts to deliver to a consumer; {@link #dispatch()} when it wants more. */
    public void attach(Consumer consumer) {
        consumers.add(consumer);
        dispatch();
    }

    /** Starts to look for a session for a consumer and to deliver to it once it has one. */
    public void attachToSession(SessionConsumer consumer) {
        sessions.request(consumer);
        dispatch();
    }

    /**
     * Ends deliveries to a consumer and gives back at once what it had not settled.
     *
     * @param failed whether that counts as a failed delivery of each
     */
    public void detach(Consumer consumer, boolean failed) {
        consumers.remove(consumer);
        sessions.release(consumer);
        Settlement settlement = failed ? new Settlement.Abandon(Map.of()) : new Settlement.Release();
        locks.takeOwnedBy(consumer).forEach(lock -> settling.apply(settlement, lock.message()));
        dispatch();
    }

    /** Delivers what is ready to those who want it, in turn. */
    public void dispatch() {
        sessions.serve(lockEnd()).forEach(consumers::add);
        for (Consumer next = nextConsumer(); next != null; next = nextConsumer()) {
            deliver(Objects.requireNonNull(contents.ready().first(next.session())), next);
        }
    }

    private @Nullable Consumer nextConsumer() {
        if (contents.ready().size() == 0) {
            return null;
        }
        return consumers.next(consumer -> contents.ready().first(consumer.session()) != null);
    }

    private void deliver(StoredMessage message, Consumer consumer) {
        consumer.deliver(consumer.settlesOnDelivery() ? taken(message) : locked(message, consumer));
    }

    private DeliveredMessage taken(StoredMessage message) {
        byte[] payload = contents.payload(message);
        contents.remove(message);
        return new DeliveredMessage(message, payload, null, null);
    }

    private DeliveredMessage locked(StoredMessage message, @Nullable Consumer owner) {
        contents.withdraw(message);
        String session = owner == null ? null : owner.session();
        Instant shownEnd = session == null ? lockEnd() : sessions.lockedUntil(session);
        Lock lock = locks.add(message, session == null ? shownEnd : StoredMessage.NEVER, owner);
        return new DeliveredMessage(message, contents.payload(message), lock.token(), shownEnd);
    }

    private Instant lockEnd() {
        return clock.instant().plus(properties.lockDuration());
    }

    /**
     * Carries out what a receiver decided; throws {@link LockLost}, or {@link SessionLockLost} in a queue with sessions, when
     * it has the message no more.
     */
    public void settle(UUID lockToken, Settlement settlement) {
        settling.apply(settlement, released(lockToken).message());
        dispatch();
    }

    private Lock released(UUID lockToken) {
        try {
            return locks.release(lockToken);
        } catch (LockLost lost) {
            throw properties.requiresSession() ? new SessionLockLost(lockToken.toString()) : lost;
        }
    }

    /** Extends a lock by the queue's lock duration and returns its new end; throws {@link LockLost}. */
    public Instant renew(UUID lockToken) {
        return locks.renew(lockToken, lockEnd()).until();
    }

    /** Extends the lock of a session and returns its new end; throws {@link SessionLockLost}. */
    public Instant renewSession(String session) {
        Instant until = lockEnd();
        sessions.renew(session, until);
        return until;
    }

    /** What a receiver has noted about a session, empty when nothing. */
    public byte[] sessionState(String session) {
        return log.sessionState(name, session);
    }

    /** Notes something about a session; throws {@link SessionLockLost} when nobody holds it. */
    public void saveSessionState(String session, byte[] state) {
        sessions.lockedUntil(session);
        log.saveSessionState(name, session, state);
    }

    /** Hands out deferred messages, locked unless they are to be done with at once; unknown numbers are left out. */
    public List<DeliveredMessage> receiveDeferred(List<Long> sequences, boolean lock) {
        return sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.DEFERRED))
                .filter(Objects::nonNull)
                .filter(message -> !locks.holds(message.sequence()))
                .map(message -> lock ? locked(message, null) : taken(message))
                .toList();
    }

    /** Shows messages of any state from a sequence number on, oldest first, and changes nothing. */
    public List<DeliveredMessage> peek(long fromSequence, int atMost, @Nullable String session) {
        return contents.from(fromSequence).stream()
                .filter(message -> session == null || session.equals(message.sessionId()))
                .limit(atMost)
                .map(message -> new DeliveredMessage(message, contents.payload(message), null, null))
                .toList();
    }

    void cancelScheduled(List<Long> sequences) {
        sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.SCHEDULED))
                .filter(Objects::nonNull)
                .forEach(contents::remove);
    }

    /** Does what the passing of time asks for: locks end, scheduled messages appear, old ones expire. */
    void tick(Instant now) {
        sessions.dismiss(now);
        sessions.takeEnded(now).forEach(this::loseSession);
        locks.takeEnded(now).forEach(lock -> settling.apply(new Settlement.Abandon(Map.of()), lock.message()));
        contents.takeAppearing(now).forEach(scheduled -> appear(scheduled, now));
        contents.takeExpired(now).stream()
                .filter(message -> !locks.holds(message.sequence()))
                .forEach(settling::expire);
        dispatch();
    }

    private void loseSession(SessionConsumer consumer) {
        detach(consumer, true);
        consumer.lost();
    }

    /** It goes to the end of the line, as if it had arrived only now. */
    private void appear(StoredMessage scheduled, Instant now) {
        contents.add(scheduled.visible(log.nextNumber(), now));
        contents.remove(scheduled);
    }

    int count(MessageState state) {
        return contents.count(state);
    }
}
