package io.aifactory.contracts.messaging;

import io.aifactory.contracts.messaging.Inbox.StoredEntry;
import io.aifactory.contracts.messaging.MessagingProperties.Retry;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Handles the inbox's entries: each in one transaction that holds the entry's completion, the state its listeners
 * change and the events they publish. A failure undoes all of it and decides when to try again.
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
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> handleNext()));
        } catch (HandlingFailed failure) {
            transaction.executeWithoutResult(status -> record(failure));
            return true;
        }
    }

    private boolean handleNext() {
        var next = inbox.claimNext(clock.instant());
        next.ifPresent(this::handle);
        return next.isPresent();
    }

    private void handle(StoredEntry stored) {
        try {
            dispatch(stored.entry());
        } catch (DataAccessResourceFailureException
                | TransientDataAccessResourceException
                | CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new HandlingFailed(stored, e);
        }
        inbox.markDone(stored);
    }

    private void dispatch(InboxEntry entry) {
        if (entry.isForeign()) {
            listeners.publishEvent(entry.asQueueMessage());
            return;
        }
        CloudEvent envelope = Envelope.read(entry.content());
        EventContext.of(envelope).during(() -> listeners.publishEvent(Envelope.eventOf(envelope)));
    }

    private void record(HandlingFailed failure) {
        StoredEntry stored = failure.stored;
        int attempts = stored.attempts() + 1;
        String error = describe(failure.reason);
        if (failure.reason instanceof Unprocessable || retry.exhausted(attempts)) {
            LOG.error(
                    "{} {} is dead after {} attempts: {}",
                    stored.entry().type(),
                    stored.entry().id(),
                    attempts,
                    error);
            inbox.markDead(stored, error);
        } else {
            LOG.warn(
                    "{} {} failed, attempt {}",
                    stored.entry().type(),
                    stored.entry().id(),
                    attempts,
                    failure.reason);
            inbox.markFailed(stored, error, clock.instant().plus(retry.delayAfter(attempts, random.nextDouble())));
        }
    }

    private static String describe(Throwable reason) {
        String description = reason.toString();
        return description.length() <= LONGEST_ERROR ? description : description.substring(0, LONGEST_ERROR);
    }

    private static final class HandlingFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient StoredEntry stored;
        private final RuntimeException reason;

        HandlingFailed(StoredEntry stored, RuntimeException reason) {
            super(reason);
            this.stored = stored;
            this.reason = reason;
        }
    }
}
