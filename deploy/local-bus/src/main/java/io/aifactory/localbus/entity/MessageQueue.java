package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.QueueProperties;
import java.time.Clock;
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

    private static final Settlement FAILED = new Settlement.Abandon(Map.of());

    private final String name;
    private final QueueProperties properties;
    private final Clock clock;
    private final MessageLog log;
    private final Arrivals arrivals;
    private final Contents contents;
    private final Settling settling;
    private final Deliveries deliveries;

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
        this.arrivals = new Arrivals(properties);
        this.contents = new Contents(name, log, properties.requiresSession());
        this.settling = new Settling(properties, clock, log, editor, contents, deadLetters);
        this.deliveries = new Deliveries(properties, clock, contents, settling);
        restore();
    }

    private void restore() {
        contents.restoreAll(settling::isMisplaced).forEach(settling::bury);
    }

    /** Whether only receivers of a session get messages. */
    public boolean requiresSession() {
        return properties.requiresSession();
    }

    void enqueue(long sequence, ArrivedMessage arrived, Instant now) {
        StoredMessage message = arrivals.arrival(sequence, arrived, now);
        contents.add(message);
        if (settling.isMisplaced(message)) {
            settling.bury(message);
        }
    }

    /** Takes in a message that died in the queue this is the dead-letter queue of. */
    void bury(StoredMessage message) {
        contents.add(message);
        dispatch();
    }

    /** Starts to deliver to a consumer; {@link #dispatch()} when it wants more. */
    public void attach(Consumer consumer) {
        deliveries.add(consumer);
        dispatch();
    }

    /** Starts to look for a session for a consumer and to deliver to it once it has one. */
    public void attachToSession(SessionConsumer consumer) {
        deliveries.sessions().request(consumer);
        tick(clock.instant());
    }

    /**
     * Ends deliveries to a consumer and gives back at once what it had not settled.
     *
     * @param failed whether that counts as a failed delivery of each
     */
    public void detach(Consumer consumer, boolean failed) {
        Settlement settlement = failed ? FAILED : new Settlement.Release();
        deliveries.drop(consumer).forEach(message -> settling.apply(settlement, message));
        dispatch();
    }

    /** Delivers what is ready to those who want it, in turn. */
    public void dispatch() {
        deliveries.dispatch();
    }

    /**
     * Carries out what a receiver decided; throws {@link LockLost}, or {@link SessionLockLost} in a queue with sessions, when
     * it has the message no more.
     */
    public void settle(UUID lockToken, Settlement settlement) {
        settling.apply(settlement, deliveries.release(lockToken));
        dispatch();
    }

    /** Extends a lock by the queue's lock duration and returns its new end; throws {@link LockLost}. */
    public Instant renew(UUID lockToken) {
        return deliveries.renew(lockToken);
    }

    /**
     * Extends the lock of a session and returns its new end; throws {@link SessionLockLost} when the client does not hold it.
     *
     * @param client as in {@link SessionConsumer#client()}
     */
    public Instant renewSession(String session, Object client) {
        Instant until = deliveries.lockEnd();
        deliveries.sessions().renew(session, client, until);
        return until;
    }

    /** What a receiver has noted about a session, empty when nothing. */
    public byte[] sessionState(String session) {
        return log.sessionState(name, session);
    }

    /** Notes something about a session; throws {@link SessionLockLost} when the client does not hold it. */
    public void saveSessionState(String session, Object client, byte[] state) {
        deliveries.sessions().requireHeld(session, client);
        log.saveSessionState(name, session, state);
    }

    /** The sessions that have messages waiting. */
    public List<String> sessionNames() {
        return contents.ready().sessions();
    }

    /**
     * Hands out deferred messages, locked unless they are to be done with at once; unknown numbers are left out.
     *
     * @param session only messages of this session, under its lock; throws {@link SessionLockLost} when nobody holds it
     */
    public List<DeliveredMessage> receiveDeferred(List<Long> sequences, boolean lock, @Nullable String session) {
        Consumer owner = session == null ? null : deliveries.sessions().owner(session);
        return sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.DEFERRED))
                .filter(Objects::nonNull)
                .filter(message -> session == null || session.equals(message.sessionId()))
                .filter(message -> !deliveries.isLocked(message))
                .map(message -> lock ? deliveries.locked(message, owner) : deliveries.taken(message))
                .toList();
    }

    /** Shows messages of any state from a sequence number on, oldest first, and changes nothing. */
    public List<DeliveredMessage> peek(long fromSequence, int atMost, @Nullable String session) {
        return contents.show(fromSequence, atMost, session);
    }

    void cancelScheduled(List<Long> sequences) {
        sequences.stream()
                .map(sequence -> contents.find(sequence, MessageState.SCHEDULED))
                .filter(Objects::nonNull)
                .forEach(contents::remove);
    }

    /** Does what the passing of time asks for: locks end, scheduled messages appear, old ones expire. */
    void tick(Instant now) {
        deliveries.sessions().dismiss(now);
        deliveries.sessions().takeEnded(now).forEach(this::loseSession);
        deliveries.takeEnded(now).forEach(message -> settling.apply(FAILED, message));
        contents.takeAppearing(now).forEach(scheduled -> appear(scheduled, now));
        contents.takeExpired(now).stream()
                .filter(message -> !deliveries.isLocked(message))
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
