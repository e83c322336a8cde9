package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.MessageMetrics;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.contracts.messaging.work.WorkLoop;
import io.cloudevents.CloudEvent;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the inbox's entries: each in one transaction that holds the entry's completion, the state its listeners
 * change and the events they publish. A failure undoes its attempt and decides when to try again; during an outage nothing
 * counts as an attempt.
 */
final class InboxDispatcher implements WorkLoop.Work {

    private static final Logger LOG = LoggerFactory.getLogger(InboxDispatcher.class);

    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Retry retry;
    private final Brake brake;
    private final MessageMetrics metrics;
    private final RandomGenerator random;

    InboxDispatcher(
            Inbox inbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Retry retry,
            Brake brake,
            MessageMetrics metrics,
            RandomGenerator random) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.listeners = listeners;
        this.retry = retry;
        this.brake = brake;
        this.metrics = metrics;
        this.random = random;
    }

    @Override
    public boolean workOnce() {
        return brake.mayTry() && Boolean.TRUE.equals(transaction.execute(this::handleNext));
    }

    private boolean handleNext(TransactionStatus status) {
        var next = inbox.claimNext();
        next.ifPresent(entry -> handle(entry, status));
        return next.isPresent();
    }

    /** Undoes a failed attempt without letting go of the entry, so that nobody tries it before its time. */
    private void handle(StoredEntry stored, TransactionStatus status) {
        Object beforeAttempt = status.createSavepoint();
        try {
            metrics.timeHandling(stored.entry().type(), () -> dispatch(stored.entry()));
            inbox.markDone(stored);
            brake.metNone();
        } catch (RuntimeException | Error e) {
            status.rollbackToSavepoint(beforeAttempt);
            record(stored, e);
        }
    }

    private void dispatch(InboxEntry entry) {
        if (entry.isForeign()) {
            listeners.publishEvent(entry.asQueueMessage());
            return;
        }
        CloudEvent envelope = Envelope.read(entry.content());
        EventContext.of(envelope).during(() -> listeners.publishEvent(Envelope.eventOf(envelope)));
        metrics.handled(envelope);
    }

    private void record(StoredEntry stored, Throwable reason) {
        Failure failure = Failure.of(reason);
        if (Outages.isOutage(reason)) {
            waitOut(stored, failure);
            return;
        }
        brake.metNone();
        int attempts = stored.attempts() + 1;
        if (reason instanceof Unprocessable || retry.exhausted(attempts)) {
            bury(stored, failure, attempts);
        } else {
            LOG.warn("{} failed, attempt {}", stored.entry(), attempts, reason);
            metrics.retried(stored.entry().type());
            inbox.retryAfter(stored, retry.delayAfter(attempts, random.nextDouble()), failure);
        }
    }

    private void waitOut(StoredEntry stored, Failure failure) {
        LOG.warn("{} waits for what it needs: {}", stored.entry(), failure);
        brake.metOutage();
        inbox.waitFor(stored, retry.delayDuringOutage(random.nextDouble()), failure);
    }

    private void bury(StoredEntry stored, Failure failure, int attempts) {
        LOG.error("{} is dead after {} attempts: {}", stored.entry(), attempts, failure);
        metrics.died(stored.entry().type());
        inbox.markDead(stored, failure);
    }
}
