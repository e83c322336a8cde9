package io.aifactory.localbus.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The locks of one queue, by token and by end. */
final class Locks {

    private final Map<UUID, Lock> byToken = new HashMap<>();
    private final Set<Long> locked = new HashSet<>();
    private final TreeSet<Lock> byEnd = new TreeSet<>(Comparator.comparing(Lock::until)
            .thenComparing(lock -> lock.message().sequence()));

    Lock add(StoredMessage message, Instant until, @Nullable Consumer owner) {
        Lock lock = new Lock(newToken(), message, until, owner);
        put(lock);
        return lock;
    }

    /** Has to be unique, not secret. */
    private static UUID newToken() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong());
    }

    Lock renew(UUID token, Instant until) {
        Lock lock = release(token).renewed(until);
        put(lock);
        return lock;
    }

    private void put(Lock lock) {
        byToken.put(lock.token(), lock);
        locked.add(lock.message().sequence());
        byEnd.add(lock);
    }

    Lock release(UUID token) {
        Lock lock = byToken.get(token);
        if (lock == null) {
            throw new LockLost(token);
        }
        remove(lock);
        return lock;
    }

    private void remove(Lock lock) {
        byToken.remove(lock.token());
        locked.remove(lock.message().sequence());
        byEnd.remove(lock);
    }

    boolean holds(long sequence) {
        return locked.contains(sequence);
    }

    /** Takes out the locks that have run out. */
    List<Lock> takeEnded(Instant now) {
        List<Lock> ended = new ArrayList<>();
        while (!byEnd.isEmpty() && !byEnd.first().until().isAfter(now)) {
            Lock lock = byEnd.first();
            remove(lock);
            ended.add(lock);
        }
        return ended;
    }

    /** Takes out the locks of one consumer, in order of their messages. */
    List<Lock> takeOwnedBy(Consumer owner) {
        List<Lock> owned = byToken.values().stream()
                .filter(lock -> lock.owner() == owner)
                .sorted(Comparator.comparing(lock -> lock.message().sequence()))
                .toList();
        owned.forEach(this::remove);
        return owned;
    }
}
