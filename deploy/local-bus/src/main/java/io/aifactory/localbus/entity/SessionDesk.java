package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each session to one receiver at a time, those who wait longest first. */
final class SessionDesk {

    private record Held(SessionConsumer owner, Instant until) {}

    private final ReadyMessages ready;
    private final Map<String, Held> held = new HashMap<>();
    private final Set<SessionConsumer> waiting = new LinkedHashSet<>();

    SessionDesk(ReadyMessages ready) {
        this.ready = ready;
    }

    void request(SessionConsumer consumer) {
        waiting.add(consumer);
    }

    /** Gives out what is free and returns who got something. */
    List<SessionConsumer> serve(Instant lockedUntil) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<SessionConsumer> served = new ArrayList<>();
        for (SessionConsumer consumer : List.copyOf(waiting)) {
            String session = available(consumer);
            if (session != null) {
                waiting.remove(consumer);
                held.put(session, new Held(consumer, lockedUntil));
                consumer.granted(session, lockedUntil);
                served.add(consumer);
            }
        }
        return served;
    }

    private @Nullable String available(SessionConsumer consumer) {
        String wanted = consumer.wantedSession();
        if (wanted == null) {
            return ready.oldestSession(session -> !held.containsKey(session));
        }
        if (held.containsKey(wanted)) {
            waiting.remove(consumer);
            consumer.refused(SessionUnavailable.lockedByAnother(wanted));
            return null;
        }
        return wanted;
    }

    /** Sends away those who have waited long enough. */
    void dismiss(Instant now) {
        for (SessionConsumer consumer : List.copyOf(waiting)) {
            if (!consumer.waitsUntil().isAfter(now)) {
                waiting.remove(consumer);
                consumer.refused(SessionUnavailable.noneFree());
            }
        }
    }

    /** Frees the sessions whose time is over and returns who had them. */
    List<SessionConsumer> takeEnded(Instant now) {
        List<SessionConsumer> ended = held.values().stream()
                .filter(holding -> !holding.until().isAfter(now))
                .map(Held::owner)
                .toList();
        ended.forEach(this::release);
        return ended;
    }

    void release(Consumer consumer) {
        waiting.removeIf(candidate -> candidate == consumer);
        held.values().removeIf(holding -> holding.owner() == consumer);
    }

    void renew(String session, Object client, Instant until) {
        requireHeld(session, client);
        held.put(session, new Held(owner(session), until));
    }

    /** One that has lost a session must not go on as if it had not, even if somebody else holds it now. */
    void requireHeld(String session, Object client) {
        if (owner(session).client() != client) {
            throw new SessionLockLost(session);
        }
    }

    SessionConsumer owner(String session) {
        return holding(session).owner();
    }

    /** When the lock of a session ends that somebody holds. */
    Instant lockedUntil(String session) {
        return holding(session).until();
    }

    private Held holding(String session) {
        Held holding = held.get(session);
        if (holding == null) {
            throw new SessionLockLost(session);
        }
        return holding;
    }
}
