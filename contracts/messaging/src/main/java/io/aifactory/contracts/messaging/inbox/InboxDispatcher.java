package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.work.WakeUp;
import io.aifactory.contracts.messaging.work.WorkLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the inbox's entries: each in a transaction that holds the entry's completion, the state its listeners change and the
 * events they publish. A failure undoes its attempt and decides when to try again; during an outage nothing counts as an
 * attempt.
 *
 * <p>Entries of different partitions that take no time share a transaction. If one of them fails all are undone, and every one
 * is handled alone.
 */
final class InboxDispatcher implements WorkLoop.Work {

    private static final Logger LOG = LoggerFactory.getLogger(InboxDispatcher.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final Handling handling;
    private final Retry retry;
    private final Brake brake;
    private final Pace pace;
    private final WakeUp workers;
    private final Leftovers leftovers;
    private final MessageMetrics metrics;
    private final RandomGenerator random;
    private final Lock turn = new ReentrantLock();

    InboxDispatcher(
            Inbox inbox,
            TransactionTemplate transaction,
            Handling handling,
            Retry retry,
            Brake brake,
            Pace pace,
            WakeUp workers,
            Leftovers leftovers,
            MessageMetrics metrics,
            RandomGenerator random) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.handling = handling;
        this.retry = retry;
        this.brake = brake;
        this.pace = pace;
        this.workers = workers;
        this.leftovers = leftovers;
        this.metrics = metrics;
        this.random = random;
    }

    @Override
    public boolean workOnce() {
        return brake.mayTry() && (brake.isOn() || pace.isSlow() ? work(1) : workInTurn());
    }

    /**
     * What takes no time is done soonest by one worker at a time, who then finds more to do together. Whoever does not get his
     * turn soon, because something takes time after all, goes on beside the others.
     */
    private boolean workInTurn() {
        if (!getsTurn()) {
            return work(1);
        }
        try {
            return work(pace.entries());
        } finally {
            turn.unlock();
        }
    }

    private boolean getsTurn() {
        try {
            return turn.tryLock(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean work(int most) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> handleNext(most, status)));
        } catch (TogetherFailed e) {
            LOG.debug("what shared a transaction is handled alone", e);
            pace.failed();
            return true;
        }
    }

    /** Whoever finds as much as he may take calls the next one, because there may be more. */
    private boolean handleNext(int most, TransactionStatus status) {
        List<StoredEntry> entries = inbox.claimNext(most);
        if (entries.isEmpty()) {
            return false;
        }
        if (entries.size() == most) {
            workers.call();
        }
        StoredEntry first = entries.get(0);
        if (entries.size() == 1 || isSuspect(first)) {
            countOrHandle(first, status);
        } else {
            handleTogether(entries);
        }
        return true;
    }

    /** What has failed before, or may have ended the process, shares nothing with others. */
    private boolean isSuspect(StoredEntry stored) {
        return stored.attempts() > 0 || leftovers.contain(stored);
    }

    private void handleTogether(List<StoredEntry> entries) {
        var handled = new ArrayList<StoredEntry>();
        var momentIsOver = pace.moment();
        try {
            for (StoredEntry stored : entries) {
                if (isSuspect(stored) || momentIsOver.getAsBoolean()) {
                    break;
                }
                handling.handle(stored.entry());
                handled.add(stored);
            }
        } catch (RuntimeException | Error e) {
            throw new TogetherFailed(e);
        }
        inbox.markDoneAtOnce(handled);
        brake.metNone();
    }

    private void countOrHandle(StoredEntry stored, TransactionStatus status) {
        if (leftovers.isToBeCountedFirst(stored)) {
            inbox.countAttempt(stored);
        } else {
            handleAlone(stored, status);
        }
    }

    private void handleAlone(StoredEntry stored, TransactionStatus status) {
        try {
            handling.handle(stored.entry(), attempt -> make(attempt, stored, status));
        } catch (InvalidEvent e) {
            bury(stored, leftovers.attemptsBefore(stored) + 1, Failure.of(e));
        }
    }

    /** Undoes a failed attempt without letting go of the entry, so that nobody tries it before its time. */
    private void make(Runnable attempt, StoredEntry stored, TransactionStatus status) {
        Object beforeAttempt = status.createSavepoint();
        try {
            leftovers.refuseIfDeadly(stored, retry);
            attempt.run();
            inbox.markDone(stored, leftovers.attemptsBefore(stored) + 1);
            brake.metNone();
        } catch (RuntimeException | Error e) {
            status.rollbackToSavepoint(beforeAttempt);
            record(stored, e);
        }
    }

    private void record(StoredEntry stored, Throwable reason) {
        handling.failed(reason);
        Failure failure = Failure.of(reason);
        int before = leftovers.attemptsBefore(stored);
        if (Outages.isOutage(reason)) {
            waitOut(stored, before, failure);
            return;
        }
        brake.metNone();
        if (reason instanceof Unprocessable || retry.exhausted(before + 1)) {
            bury(stored, before + 1, failure);
        } else {
            LOG.warn("{} failed, attempt {}", stored.entry(), before + 1, reason);
            metrics.retried(stored.entry().type());
            inbox.retryAfter(stored, retry.delayAfter(before + 1, random.nextDouble()), before + 1, failure);
        }
    }

    private void waitOut(StoredEntry stored, int attempts, Failure failure) {
        LOG.warn("{} waits for what it needs: {}", stored.entry(), failure);
        brake.metOutage();
        inbox.retryAfter(stored, retry.delayDuringOutage(random.nextDouble()), attempts, failure);
    }

    private void bury(StoredEntry stored, int attempts, Failure failure) {
        LOG.error("{} is dead after {} attempts: {}", stored.entry(), attempts, failure);
        metrics.died(stored.entry().type());
        inbox.markDead(stored, attempts, failure);
    }

    /** One of several entries failed, and with it the transaction they shared. */
    private static final class TogetherFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TogetherFailed(Throwable reason) {
            super(reason);
        }
    }
}
