package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessage;
import com.azure.messaging.servicebus.ServiceBusReceiverAsyncClient;
import com.azure.messaging.servicebus.models.ServiceBusMessageState;
import io.aifactory.contracts.messaging.work.WorkLoop;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over one consumer: asks the bus what waits for it, which tells whether the bus is there at all, and starts the
 * consumer anew when a message has waited for long and none was taken meanwhile.
 */
final class BusWatch implements WorkLoop.Work {

    private static final Logger LOG = LoggerFactory.getLogger(BusWatch.class);

    /** A bus that needs longer is not there; the client itself would go on asking for more than a minute. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServiceBusReceiverAsyncClient looking;
    private final ReceiverActivity activity;
    private final Runnable restart;
    private final BusHealth health;
    private final Duration stalledAfter;
    private final LongSupplier nanoTime;
    private @Nullable Standstill standstill;

    BusWatch(
            ServiceBusReceiverAsyncClient looking,
            ReceiverActivity activity,
            Runnable restart,
            BusHealth health,
            Duration stalledAfter,
            LongSupplier nanoTime) {
        this.looking = looking;
        this.activity = activity;
        this.restart = restart;
        this.health = health;
        this.stalledAfter = stalledAfter;
        this.nanoTime = nanoTime;
    }

    /** Looks once; a loop then rests until it is time again. */
    @Override
    public boolean workOnce() {
        try {
            judge(oldest());
            health.answered();
        } catch (RuntimeException e) {
            standstill = null;
            health.gaveNoAnswer(e);
            LOG.warn("the bus does not answer: {}", e.toString());
        }
        return false;
    }

    private @Nullable ServiceBusReceivedMessage oldest() {
        return looking.peekMessage(0).block(PATIENCE);
    }

    private void judge(@Nullable ServiceBusReceivedMessage oldest) {
        if (oldest == null || oldest.getState() != ServiceBusMessageState.ACTIVE) {
            standstill = null;
            return;
        }
        Standstill before = standstill;
        if (before == null || !before.isSame(oldest, activity)) {
            standstill = new Standstill(oldest.getSequenceNumber(), activity.count(), nanoTime.getAsLong());
        } else if (nanoTime.getAsLong() - before.since() >= stalledAfter.toNanos()) {
            LOG.error(
                    "messages wait and none was taken for {}; the consumer of {} is started anew",
                    stalledAfter,
                    looking.getEntityPath());
            standstill = null;
            restart.run();
        }
    }

    /** A moment at which a message waited. */
    private record Standstill(long sequence, long signs, long since) {

        boolean isSame(ServiceBusReceivedMessage oldest, ReceiverActivity activity) {
            return sequence == oldest.getSequenceNumber() && signs == activity.count();
        }
    }
}
