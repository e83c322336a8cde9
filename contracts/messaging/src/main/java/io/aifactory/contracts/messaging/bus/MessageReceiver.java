package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import io.aifactory.contracts.events.InvalidEvent;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;

/**
 * Takes messages off the bus: stores each in the inbox and only then completes it. What can't be understood or stored goes
 * to the bus's dead letters at once. While the database is away it waits, holding the message, so that an outage neither loses
 * messages nor uses up their deliveries.
 *
 * <p>Of a session it takes the next message while the one before is being stored, because the session's lock holds for both;
 * they are stored in the order in which they come. Of a queue it takes one after the other: a lock holds for one message
 * there, and only while its handler has not returned.
 */
final class MessageReceiver implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceiver.class);
    private static final int MOST_IN_HAND = 128;
    private static final int SETTLERS = 8;
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Intake intake;
    private final ReceiverActivity activity;
    private final boolean sessions;
    private final Semaphore hands = new Semaphore(MOST_IN_HAND);
    private final Executor settlers = settlers();
    private volatile boolean stopped;

    /** @param sessions whether what it receives comes in sessions */
    MessageReceiver(Intake intake, ReceiverActivity activity, boolean sessions) {
        this.intake = intake;
        this.activity = activity;
        this.sessions = sessions;
    }

    private static Executor settlers() {
        var threads = new ThreadPoolExecutor(
                SETTLERS, SETTLERS, GLANCE.toNanos(), TimeUnit.NANOSECONDS, new LinkedBlockingQueue<>());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Override
    public void handleMessage(Message<?> message) {
        var delivery = Objects.requireNonNull(message.getHeaders()
                .get(ServiceBusMessageHeaders.RECEIVED_MESSAGE_CONTEXT, ServiceBusReceivedMessageContext.class));
        try {
            hold(() -> hands.tryAcquire(GLANCE.toNanos(), TimeUnit.NANOSECONDS));
            CompletableFuture<Void> settled = take(delivery);
            if (!sessions || intake.isHeldUp()) {
                hold(() -> isDone(settled));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CompletableFuture<Void> take(ServiceBusReceivedMessageContext delivery) {
        return stored(ReceivedMessage.of(delivery.getMessage()))
                .handleAsync(
                        (stored, failure) -> {
                            settle(delivery, failure);
                            return stored;
                        },
                        settlers);
    }

    private CompletableFuture<Void> stored(ReceivedMessage message) {
        try {
            return intake.take(message);
        } catch (InvalidEvent e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(ServiceBusReceivedMessageContext delivery, @Nullable Throwable failure) {
        try {
            answer(delivery, failure instanceof CompletionException ? failure.getCause() : failure);
            activity.settled();
        } catch (RuntimeException e) {
            LOG.info(
                    "message {} will come again, the bus did not learn what became of it: {}",
                    idOf(delivery),
                    e.toString());
        } finally {
            hands.release();
        }
    }

    private static void answer(ServiceBusReceivedMessageContext delivery, @Nullable Throwable failure) {
        if (failure == null) {
            delivery.complete();
        } else if (failure instanceof InvalidEvent || failure instanceof DataIntegrityViolationException) {
            LOG.error("message {} goes to the dead letters: {}", idOf(delivery), failure.getMessage());
            delivery.deadLetter(reasonFor(failure));
        } else {
            LOG.error("message {} could not be stored", idOf(delivery), failure);
            delivery.abandon();
        }
    }

    private static String idOf(ServiceBusReceivedMessageContext delivery) {
        return Text.printable(ReceivedMessage.of(delivery.getMessage()).messageId());
    }

    private static DeadLetterOptions reasonFor(Throwable refusal) {
        return new DeadLetterOptions()
                .setDeadLetterReason(refusal instanceof InvalidEvent ? "InvalidEvent" : "NotStorable")
                .setDeadLetterErrorDescription(Text.printable(String.valueOf(refusal.getMessage())));
    }

    /** Waits, showing that it does and is not stuck. */
    private void hold(Glance until) throws InterruptedException {
        while (!until.seesIt()) {
            activity.holds();
            if (stopped) {
                throw new InterruptedException("the service stops");
            }
        }
    }

    private static boolean isDone(CompletableFuture<Void> settled) throws InterruptedException {
        try {
            settled.get(GLANCE.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    void stop() {
        stopped = true;
    }

    /** Looks for a moment whether something has come true. */
    private interface Glance {
        boolean seesIt() throws InterruptedException;
    }
}
