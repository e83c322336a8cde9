package io.aifactory.contracts.messaging;

import io.aifactory.contracts.messaging.Inbox.StoredEntry;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the inbox's entries: each in one transaction that holds the entry's completion, the state its listeners
 * change and the events they publish. A failure undoes its attempt and decides when to try again; while the database is
 * away nothing counts as an attempt.
 */
final class InboxDispatcher implements WorkLoop.Work {

    private static final Logger LOG = LoggerFactory.getLogger(InboxDispatcher.class);
    private static final int LONGEST_ERROR = 2_000;

    private final Inbox inbox;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Retry retry;
    private final Clock clock;
    private final RandomGenerator random;

    InboxDispatcher(
            Inbox inbox,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Retry retry,
            Clock clock,
            RandomGenerator random) {
        this.inbox = inbox;
        this.transaction = transaction;
        this.listeners = listeners;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public boolean workOnce() {
        return Boolean.TRUE.equals(transaction.execute(this::handleNext));
    }

    private boolean handleNext(TransactionStatus status) {
        var next = inbox.claimNext(clock.instant());
        next.ifPresent(entry -> handle(entry, status));
        return next.isPresent();
    }

    /** Undoes a failed attempt without letting go of the entry, so that nobody tries it before its time. */
    private void handle(StoredEntry stored, TransactionStatus status) {
        Object beforeAttempt = status.createSavepoint();
        try {
            dispatch(stored.entry());
            inbox.markDone(stored);
        } catch (RuntimeException e) {
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
    }

    private void record(StoredEntry stored, RuntimeException reason) {
        int attempts = stored.attempts() + 1;
        InboxEntry entry = stored.entry();
        if (reason instanceof Unprocessable || retry.exhausted(attempts)) {
            LOG.error("{} {} is dead after {} attempts: {}", entry.type(), entry.id(), attempts, describe(reason));
            inbox.markDead(stored, describe(reason));
        } else {
            LOG.warn("{} {} failed, attempt {}", entry.type(), entry.id(), attempts, reason);
            inbox.markFailed(
                    stored, describe(reason), clock.instant().plus(retry.delayAfter(attempts, random.nextDouble())));
        }
    }

    /** PostgreSQL has no text with a NUL in it, and what others send may end up in a message. */
    private static String describe(Throwable reason) {
        String description = reason.toString().replace('\0', '\uFFFD');
        return description.length() <= LONGEST_ERROR ? description : description.substring(0, LONGEST_ERROR);
    }
}
