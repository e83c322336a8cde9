package io.aifactory.contracts.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Stores what several receivers bring at the same time in one transaction: while one group is written, the next one gathers.
 * Each receiver waits until its own entry is stored, so what one lane brings stays in order.
 */
public final class GroupStore implements AutoCloseable {

    private static final int LARGEST_GROUP = 64;
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final Inbox inbox;
    private final Runnable afterStoring;
    private final Queue<Pending> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean expected = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "inbox-writer");
        thread.setDaemon(true);
        return thread;
    });
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
        var pending = new Pending(entry, new CompletableFuture<>());
        gathered.add(pending);
        if (expected.compareAndSet(false, true)) {
            writer.execute(this::writeAll);
        }
        return pending.result();
    }

    private void writeAll() {
        expected.set(false);
        while (!gathered.isEmpty()) {
            write(nextGroup());
        }
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
                    inbox.store(group.stream().map(Pending::entry).toList());
            if (!stored.isEmpty()) {
                afterStoring.run();
            }
            group.forEach(pending -> pending.isNew().complete(stored.remove(pending.entry())));
        } catch (DataIntegrityViolationException e) {
            group.forEach(this::writeAlone);
        } catch (RuntimeException | Error e) {
            group.forEach(pending -> pending.isNew().completeExceptionally(e));
        }
    }

    private void writeAlone(Pending pending) {
        try {
            boolean isNew = inbox.store(pending.entry());
            afterStoring.run();
            pending.isNew().complete(isNew);
        } catch (RuntimeException | Error e) {
            pending.isNew().completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        writer.shutdown();
    }

    /** An entry on its way. */
    private record Pending(InboxEntry entry, CompletableFuture<Boolean> isNew) {

        /** Waits until it is stored. */
        boolean result() {
            try {
                return isNew.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException reason) {
                    throw reason;
                }
                throw e;
            }
        }
    }
}
