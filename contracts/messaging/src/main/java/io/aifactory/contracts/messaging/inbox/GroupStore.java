package io.aifactory.contracts.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Stores what several receivers bring at the same time in one transaction: while one group is written, the next one gathers.
 * Each receiver waits until its own entry is stored, so what one lane brings stays in order.
 */
public final class GroupStore {

    private static final int LARGEST_GROUP = 64;
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final Inbox inbox;
    private final Runnable afterStoring;
    private final Queue<Pending> gathered = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);
    private boolean severalCome;

    /**
     * @param inbox where entries go
     * @param afterStoring what to do when something new is in it
     */
    public GroupStore(Inbox inbox, Runnable afterStoring) {
        this.inbox = inbox;
        this.afterStoring = afterStoring;
    }

    /** Stores an entry and returns whether it is new. What fails for one entry alone fails for that entry alone. */
    public boolean store(InboxEntry entry) {
        var pending = new Pending(entry);
        gathered.add(pending);
        writing.lock();
        try {
            while (!pending.done) {
                write(nextGroup());
            }
        } finally {
            writing.unlock();
        }
        return pending.result();
    }

    /** As long as several come at a time it is worth a moment to wait for more of them. */
    private List<Pending> nextGroup() {
        if (severalCome) {
            LockSupport.parkNanos(MOMENT);
        }
        var group = new ArrayList<Pending>();
        while (group.size() < LARGEST_GROUP && !gathered.isEmpty()) {
            group.add(gathered.remove());
        }
        severalCome = group.size() > 1;
        return group;
    }

    private void write(List<Pending> group) {
        try {
            Set<InboxEntry> stored =
                    inbox.store(group.stream().map(pending -> pending.entry).toList());
            if (!stored.isEmpty()) {
                afterStoring.run();
            }
            group.forEach(pending -> pending.end(stored.remove(pending.entry), null));
        } catch (DataIntegrityViolationException e) {
            group.forEach(this::writeAlone);
        } catch (RuntimeException e) {
            group.forEach(pending -> pending.end(false, e));
        }
    }

    private void writeAlone(Pending pending) {
        try {
            boolean stored = inbox.store(pending.entry);
            afterStoring.run();
            pending.end(stored, null);
        } catch (RuntimeException e) {
            pending.end(false, e);
        }
    }

    /** An entry on its way; guarded by the lock. */
    private static final class Pending {

        private final InboxEntry entry;
        private boolean done;
        private boolean isNew;
        private @Nullable RuntimeException failure;

        private Pending(InboxEntry entry) {
            this.entry = entry;
        }

        private void end(boolean entryIsNew, @Nullable RuntimeException reason) {
            isNew = entryIsNew;
            failure = reason;
            done = true;
        }

        private boolean result() {
            if (failure != null) {
                throw failure;
            }
            return isNew;
        }
    }
}
