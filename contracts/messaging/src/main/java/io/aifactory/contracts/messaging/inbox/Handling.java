package io.aifactory.contracts.messaging.inbox;

import io.aifactory.contracts.events.InvalidEvent;
import io.aifactory.contracts.messaging.Envelope;
import io.aifactory.contracts.messaging.EventContext;
import io.aifactory.contracts.messaging.metrics.MessageMetrics;
import io.aifactory.contracts.messaging.tracing.EventTraces;
import io.cloudevents.CloudEvent;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;

/** Lets the service's listeners handle an entry, as a part of the trace it belongs to. */
final class Handling {

    private final ApplicationEventPublisher listeners;
    private final EventTraces traces;
    private final MessageMetrics metrics;
    private final Pace pace;

    Handling(ApplicationEventPublisher listeners, EventTraces traces, MessageMetrics metrics, Pace pace) {
        this.listeners = listeners;
        this.traces = traces;
        this.metrics = metrics;
        this.pace = pace;
    }

    /** Has the entry handled. */
    void handle(InboxEntry entry) {
        handle(entry, Runnable::run);
    }

    /**
     * Has the entry handled where and how the attempt wants it.
     *
     * @throws InvalidEvent if the entry can't be read; no attempt was made
     */
    void handle(InboxEntry entry, Consumer<Runnable> attempt) {
        if (entry.isForeign()) {
            traces.handlingForeign(
                    entry.channel(),
                    entry.id(),
                    entry.traceParent(),
                    () -> attempt.accept(() -> timed(entry, () -> listeners.publishEvent(entry.asQueueMessage()))));
        } else {
            CloudEvent envelope = Envelope.read(entry.content());
            traces.handling(envelope, () -> attempt.accept(() -> timed(entry, () -> publish(envelope))));
        }
    }

    private void timed(InboxEntry entry, Runnable handling) {
        metrics.timeHandling(entry.type(), () -> pace.time(handling));
    }

    private void publish(CloudEvent envelope) {
        EventContext.of(envelope).during(() -> listeners.publishEvent(Envelope.eventOf(envelope)));
        metrics.handled(envelope);
    }

    /** Notes that the attempt that is being made failed. */
    void failed(Throwable reason) {
        traces.failed(reason);
    }
}
