package io.aifactory.contracts.messaging.inbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Stores entries in the order in which they are given, and those that come at the same time in one transaction: while one group
 * is written, the next one gathers. While the database is away a group waits for it, and all behind it do, so that the order
 * stays as it is.
 */
public final class GroupStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupStore.class);
    private static final int LARGEST_GROUP = 64;
    private static final long MOMENT = Duration.ofMillis(10).toNanos();
    private static final long PROBE_INTERVAL = Duration.ofSeconds(1).toNanos();

    private final Inbox inbox;
    private final Runnable afterStoring;
    private final Queue<Pending> gathered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean expected = new AtomicBoolean();
    private final ExecutorService writer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), GroupStore::thread, new DiscardPolicy());
    private boolean severalCome;
    private volatile boolean outOfReach;

    /**
     * @param inbox where entries go
     * @param afterStoring what to do when something new is in it
     */
    public GroupStore(Inbox inbox, Runnable afterStoring) {
        this.inbox = inbox;
        this.afterStoring = afterStoring;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "inbox-writer");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Stores an entry when its turn comes.
     *
     * @return whether it is new, as soon as it is stored. What no database would take fails, with a
     *     {@link DataIntegrityViolationException} and alone. What is not stored when this is closed is never answered
     */
    public CompletableFuture<Boolean> store(InboxEntry entry) {
        var pending = new Pending(entry, new CompletableFuture<>());
        gathered.add(pending);
        if (expected.compareAndSet(false, true)) {
            writer.execute(this::writeAll);
        }
        return pending.isNew();
    }

    /** Returns whether the database was away when it was tried last. */
    public boolean isOutOfReach() {
        return outOfReach;
    }

    private void writeAll() {
        expected.set(false);
        try {
            while (!gathered.isEmpty()) {
                write(nextGroup());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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

    private void write(List<Pending> group) throws InterruptedException {
        try {
            Set<InboxEntry> stored =
                    storeWhenPossible(group.stream().map(Pending::entry).toList());
            group.forEach(pending -> pending.isNew().complete(stored.remove(pending.entry())));
        } catch (DataIntegrityViolationException e) {
            writeEach(group, e);
        } catch (RuntimeException | Error e) {
            group.forEach(pending -> pending.isNew().completeExceptionally(e));
        }
    }

    private void writeEach(List<Pending> group, DataIntegrityViolationException refusal) throws InterruptedException {
        if (group.size() == 1) {
            group.get(0).isNew().completeExceptionally(refusal);
            return;
        }
        for (Pending pending : group) {
            write(List.of(pending));
        }
    }

    private Set<InboxEntry> storeWhenPossible(List<InboxEntry> entries) throws InterruptedException {
        Optional<Set<InboxEntry>> stored = tryToStore(entries);
        while (stored.isEmpty()) {
            TimeUnit.NANOSECONDS.sleep(PROBE_INTERVAL);
            stored = tryToStore(entries);
        }
        return stored.get();
    }

    private Optional<Set<InboxEntry>> tryToStore(List<InboxEntry> entries) {
        try {
            Set<InboxEntry> stored = inbox.store(entries);
            outOfReach = false;
            if (!stored.isEmpty()) {
                afterStoring.run();
            }
            return Optional.of(stored);
        } catch (DataIntegrityViolationException e) {
            outOfReach = false;
            throw e;
        } catch (DataAccessException | TransactionException e) {
            outOfReach = true;
            LOG.warn("the inbox is out of reach; receiving waits: {}", e.toString());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        writer.shutdownNow();
    }

    /** An entry on its way. */
    private record Pending(InboxEntry entry, CompletableFuture<Boolean> isNew) {}
}
