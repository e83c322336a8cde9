package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.aifactory.contracts.messaging.Unprocessable;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
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
    private final Leftovers leftovers;
    private final EventTraces traces;
    private final MessageMetrics metrics;
    private final RandomGenerator random;

    InboxDispatcher(
            Inbox inbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Retry retry,
            Brake brake,
            Leftovers leftovers,
            EventTraces traces,
            MessageMetrics metrics,
            RandomGenerator random) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.listeners = listeners;
        this.retry = retry;
        this.brake = brake;
        this.leftovers = leftovers;
        this.traces = traces;
        this.metrics = metrics;
        this.random = random;
    }

    @Override
    public boolean workOnce() {
        return brake.mayTry() && Boolean.TRUE.equals(transaction.execute(this::handleNext));
    }

    private boolean handleNext(TransactionStatus status) {
        var next = inbox.claimNext();
        next.ifPresent(entry -> countOrHandle(entry, status));
        return next.isPresent();
    }

    private void countOrHandle(StoredEntry stored, TransactionStatus status) {
        if (leftovers.isToBeCountedFirst(stored)) {
            inbox.countAttempt(stored);
        } else {
            handleTraced(stored, status);
        }
    }

    private void handleTraced(StoredEntry stored, TransactionStatus status) {
        InboxEntry entry = stored.entry();
        if (entry.isForeign()) {
            Runnable dispatch = () -> listeners.publishEvent(entry.asQueueMessage());
            traces.handlingForeign(
                    entry.channel(), entry.id(), entry.traceParent(), () -> handle(stored, dispatch, status));
            return;
        }
        try {
            CloudEvent envelope = Envelope.read(entry.content());
            traces.handling(envelope, () -> handle(stored, () -> dispatch(envelope), status));
        } catch (InvalidEvent e) {
            bury(stored, leftovers.attemptsBefore(stored) + 1, Failure.of(e));
        }
    }

    /** Undoes a failed attempt without letting go of the entry, so that nobody tries it before its time. */
    private void handle(StoredEntry stored, Runnable dispatch, TransactionStatus status) {
        Object beforeAttempt = status.createSavepoint();
        try {
            leftovers.refuseIfDeadly(stored, retry);
            metrics.timeHandling(stored.entry().type(), dispatch);
            inbox.markDone(stored, leftovers.attemptsBefore(stored) + 1);
            brake.metNone();
        } catch (RuntimeException | Error e) {
            status.rollbackToSavepoint(beforeAttempt);
            record(stored, e);
        }
    }

    private void dispatch(CloudEvent envelope) {
        EventContext.of(envelope).during(() -> listeners.publishEvent(Envelope.eventOf(envelope)));
        metrics.handled(envelope);
    }

    private void record(StoredEntry stored, Throwable reason) {
        traces.failed(reason);
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
}
