package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The locks of one queue, by token and by end. */
final class Locks {

    private final Map<UUID, Lock> byToken = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();
    private final Timetable<UUID> ends = new Timetable<>();

    Lock add(StoredMessage message, Instant until, @Nullable Consumer owner) {
        Lock lock = new Lock(UUID.randomUUID(), message, until, owner);
        put(lock);
        return lock;
    }

    Lock renew(UUID token, Instant until) {
        Lock lock = held(token).renewed(until);
        put(lock);
        return lock;
    }

    private void put(Lock lock) {
        byToken.put(lock.token(), lock);
        locked.add(lock.message().sequence());
        ends.add(lock.until(), lock.token());
    }

    Lock release(UUID token) {
        Lock lock = held(token);
        remove(lock);
        return lock;
    }

    private void remove(Lock lock) {
        byToken.remove(lock.token());
        locked.remove(lock.message().sequence());
    }

    private Lock held(UUID token) {
        Lock lock = byToken.get(token);
        if (lock == null) {
            throw new LockLost(token);
        }
        return lock;
    }

    boolean holds(long sequence) {
        return locked.contains(sequence);
    }

    /** Takes out the locks that have run out. */
    List<Lock> takeEnded(Instant now) {
        List<Lock> ended = new ArrayList<>();
        for (UUID token : ends.takeDue(now)) {
            Lock lock = byToken.get(token);
            if (lock != null && !lock.until().isAfter(now)) {
                remove(lock);
                ended.add(lock);
            }
        }
        return ended;
    }

    /** Takes out the locks of one consumer, in order of their messages. */
    List<Lock> takeOwnedBy(Consumer owner) {
        List<Lock> owned = byToken.values().stream()
                .filter(lock -> lock.owner() == owner)
                .sorted((left, right) ->
                        Long.compare(left.message().sequence(), right.message().sequence()))
                .toList();
        owned.forEach(this::remove);
        return owned;
    }
}
