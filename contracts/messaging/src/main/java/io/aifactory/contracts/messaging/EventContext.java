package io.aifactory.contracts.messaging;

import io.cloudevents.CloudEvent;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the event that is being handled on this thread. Events published meanwhile name it as their cause.
 *
 * @param id the event's id
 * @param correlationId the id of the event that began the story
 */
public record EventContext(String id, String correlationId) {

    private static final ThreadLocal<@Nullable EventContext> CURRENT = new ThreadLocal<>();

    /** Returns the context of the event being handled; empty outside a listener. */
    public static Optional<EventContext> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Returns the context of handling the given event. */
    public static EventContext of(CloudEvent event) {
        return new EventContext(event.getId(), Envelope.correlationOf(event));
    }

    /** Runs the handling with this as the {@linkplain #current() current} context of the thread. */
    public void during(Runnable handling) {
        during(() -> {
            handling.run();
            return this;
        });
    }

    /** Works out a result with this as the {@linkplain #current() current} context of the thread. */
    public <T> T during(Supplier<T> handling) {
        CURRENT.set(this);
        try {
            return handling.get();
        } finally {
            CURRENT.remove();
        }
    }
}
