package io.aifactory.contracts.messaging.bus;

import com.azure.messaging.servicebus.ServiceBusReceivedMessageContext;
import com.azure.messaging.servicebus.models.DeadLetterOptions;
import com.azure.spring.messaging.servicebus.support.ServiceBusMessageHeaders;
import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.work.WakeUp;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHandler;

/**
 * Takes messages off the bus: stores each in the inbox and only then completes it. What can't be understood or stored goes
 * to the bus's dead letters at once. While the database is away it waits, holding the message, so that an outage neither loses
 * messages nor uses up their deliveries.
 */
final class MessageReceiver implements MessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceiver.class);
    private static final Duration PROBE_INTERVAL = Duration.ofSeconds(1);

    private final Intake intake;
    private final ReceiverActivity activity;
    private final WakeUp pause = new WakeUp();
    private volatile boolean stopped;

    MessageReceiver(Intake intake, ReceiverActivity activity) {
        this.intake = intake;
        this.activity = activity;
    }

    @Override
    public void handleMessage(Message<?> message) {
        var delivery = Objects.requireNonNull(message.getHeaders()
                .get(ServiceBusMessageHeaders.RECEIVED_MESSAGE_CONTEXT, ServiceBusReceivedMessageContext.class));
        var received = ReceivedMessage.of(delivery.getMessage());
        try {
            takeWhenPossible(received);
            delivery.complete();
        } catch (InvalidEvent | DataIntegrityViolationException e) {
            LOG.error("message {} goes to the dead letters: {}", Text.printable(received.messageId()), e.getMessage());
            delivery.deadLetter(reasonFor(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery.abandon();
        }
        activity.settled();
    }

    private static DeadLetterOptions reasonFor(RuntimeException refusal) {
        return new DeadLetterOptions()
                .setDeadLetterReason(refusal instanceof InvalidEvent ? "InvalidEvent" : "NotStorable")
                .setDeadLetterErrorDescription(Text.printable(String.valueOf(refusal.getMessage())));
    }

    void stop() {
        stopped = true;
        pause.call();
    }

    private void takeWhenPossible(ReceivedMessage message) throws InterruptedException {
        while (!intake.take(message)) {
            activity.holds();
            pause.await(PROBE_INTERVAL);
            if (stopped) {
                throw new InterruptedException("the service stops");
            }
        }
    }
}
