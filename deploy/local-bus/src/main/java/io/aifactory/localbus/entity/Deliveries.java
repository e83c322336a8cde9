package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.QueueProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who of one queue's receivers has which message or session, and until when. */
final class Deliveries {

    private final QueueProperties properties;
    private final Clock clock;
    private final Contents contents;
    private final Settling settling;
    private final Locks locks = new Locks();
    private final Consumers consumers = new Consumers();
    private final SessionDesk sessions;

    Deliveries(QueueProperties properties, Clock clock, Contents contents, Settling settling) {
        this.properties = properties;
        this.clock = clock;
        this.contents = contents;
        this.settling = settling;
        this.sessions = new SessionDesk(contents.ready());
    }

    SessionDesk sessions() {
        return sessions;
    }

    void add(Consumer consumer) {
        consumers.add(consumer);
    }

    /** Forgets a consumer and returns what it had, in order. */
    List<StoredMessage> drop(Consumer consumer) {
        consumers.remove(consumer);
        sessions.release(consumer);
        return locks.takeOwnedBy(consumer).stream().map(Lock::message).toList();
    }

    /** Delivers what is ready to those who want it, in turn. */
    void dispatch() {
        sessions.serve(lockEnd()).forEach(consumers::add);
        for (Consumer next = nextConsumer(); next != null; next = nextConsumer()) {
            deliver(contents.get(contents.ready().first(next.session())), next);
        }
    }

    private void deliver(StoredMessage message, Consumer consumer) {
        if (!message.expiresAt().isAfter(clock.instant())) {
            settling.expire(message);
        } else {
            consumer.deliver(consumer.settlesOnDelivery() ? taken(message) : locked(message, consumer));
        }
    }

    private @Nullable Consumer nextConsumer() {
        if (contents.ready().size() == 0) {
            return null;
        }
        return consumers.next(consumer -> contents.ready().first(consumer.session()) != ReadyMessages.NONE);
    }

    DeliveredMessage taken(StoredMessage message) {
        byte[] payload = contents.payload(message);
        contents.remove(message);
        return new DeliveredMessage(message, payload, null, null);
    }

    DeliveredMessage locked(StoredMessage message, @Nullable Consumer owner) {
        contents.withdraw(message);
        String session = owner == null ? null : owner.session();
        Instant shownEnd = session == null ? lockEnd() : sessions.lockedUntil(session);
        Lock lock = locks.add(message, session == null ? shownEnd : StoredMessage.NEVER, owner);
        return new DeliveredMessage(message, contents.payload(message), lock.token(), shownEnd);
    }

    Instant lockEnd() {
        return clock.instant().plus(properties.lockDuration());
    }

    boolean isLocked(StoredMessage message) {
        return locks.holds(message.sequence());
    }

    StoredMessage release(UUID lockToken) {
        try {
            return locks.release(lockToken).message();
        } catch (LockLost lost) {
            throw properties.requiresSession() ? new SessionLockLost(lockToken.toString()) : lost;
        }
    }

    Instant renew(UUID lockToken) {
        return locks.renew(lockToken, lockEnd()).until();
    }

    /** Takes back the messages whose locks have run out. */
    List<StoredMessage> takeEnded(Instant now) {
        return locks.takeEnded(now).stream().map(Lock::message).toList();
    }
}
