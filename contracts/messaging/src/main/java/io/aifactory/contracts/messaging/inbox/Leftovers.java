package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.aifactory.contracts.messaging.Unprocessable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The entries that were there when this process started. One of them may be what ended the process before, so an attempt at
 * one of them is counted before it is made, not only when it fails.
 */
final class Leftovers {

    private static final long UNKNOWN = -1;

    private final Inbox inbox;
    private final AtomicLong newest = new AtomicLong(UNKNOWN);
    private final Set<Long> counted = ConcurrentHashMap.newKeySet();

    Leftovers(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Returns whether the entry is one of them. */
    boolean contain(StoredEntry entry) {
        return entry.seq() <= newestAtStart();
    }

    /** Returns whether the attempt has to be counted, and committed, before it is made; true once for each attempt. */
    boolean isToBeCountedFirst(StoredEntry entry) {
        return contain(entry) && counted.add(entry.seq());
    }

    /** Refuses an entry over which the process has ended as often as an entry may be tried. */
    void refuseIfDeadly(StoredEntry entry, Retry retry) {
        if (counted.contains(entry.seq()) && retry.exhausted(entry.attempts() - 1)) {
            throw new Unprocessable("the process ended each time it was handled");
        }
    }

    /** Returns how many attempts were made before the one that has just ended, and forgets that it was counted. */
    int attemptsBefore(StoredEntry entry) {
        return counted.remove(entry.seq()) ? entry.attempts() - 1 : entry.attempts();
    }

    private long newestAtStart() {
        if (newest.get() == UNKNOWN) {
            newest.compareAndSet(UNKNOWN, inbox.newest());
        }
        return newest.get();
    }
}
