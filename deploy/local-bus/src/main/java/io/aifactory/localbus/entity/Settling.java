package io.aifactory.localbus.entity;

import io.aifactory.localbus.topology.QueueProperties;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out what was decided about a message that nobody has locked any more. */
final class Settling {

    private static final Settlement.DeadLetter MISSES_SESSION = Settlement.DeadLetter.because(
            "Session id is null.",
            "Session enabled entity doesn't allow a message whose session identifier is null.",
            Map.of());

    private final QueueProperties properties;
    private final Clock clock;
    private final MessageLog log;
    private final PayloadEditor editor;
    private final Contents contents;
    private final @Nullable MessageQueue deadLetters;

    Settling(
            QueueProperties properties,
            Clock clock,
            MessageLog log,
            PayloadEditor editor,
            Contents contents,
            @Nullable MessageQueue deadLetters) {
        this.properties = properties;
        this.clock = clock;
        this.log = log;
        this.editor = editor;
        this.contents = contents;
        this.deadLetters = deadLetters;
    }

    /** Whether nobody could ever receive the message here. */
    boolean isMisplaced(StoredMessage message) {
        return deadLetters != null
                && (message.deadLetter() || (properties.requiresSession() && message.sessionId() == null));
    }

    /** Moves a misplaced message to the dead letters. */
    void bury(StoredMessage message) {
        deadLetter(message, message.deadLetter() ? new Settlement.DeadLetter(Map.of()) : MISSES_SESSION);
    }

    void apply(Settlement settlement, StoredMessage message) {
        if (settlement instanceof Settlement.Complete) {
            contents.remove(message);
        } else if (settlement instanceof Settlement.Release) {
            giveBack(message);
        } else if (settlement instanceof Settlement.Abandon abandon) {
            abandon(edited(message, abandon.properties()));
        } else if (settlement instanceof Settlement.Defer defer) {
            contents.update(edited(message, defer.properties()).deferred());
        } else if (settlement instanceof Settlement.DeadLetter deadLetter) {
            deadLetter(message, deadLetter);
        }
    }

    private void giveBack(StoredMessage message) {
        if (message.expiresAt().isAfter(clock.instant())) {
            contents.makeReady(message);
        } else {
            expire(message);
        }
    }

    private void abandon(StoredMessage message) {
        int count = message.deliveryCount() + 1;
        StoredMessage counted = message.delivered(count);
        if (deadLetters != null && count >= properties.maxDeliveryCount()) {
            deadLetter(counted, exceeded(count));
        } else {
            contents.update(counted);
            giveBack(counted);
        }
    }

    private static Settlement.DeadLetter exceeded(int count) {
        return Settlement.DeadLetter.because(
                "MaxDeliveryCountExceeded",
                "Message could not be consumed after %d delivery attempts.".formatted(count),
                Map.of());
    }

    void expire(StoredMessage message) {
        if (properties.deadLettersExpired()) {
            deadLetter(
                    message,
                    Settlement.DeadLetter.because(
                            "TTLExpiredException", "The message expired and was dead lettered.", Map.of()));
        } else {
            contents.remove(message);
        }
    }

    /** What is dead already stays where it is. */
    private void deadLetter(StoredMessage message, Settlement.DeadLetter deadLetter) {
        if (deadLetters == null) {
            giveBack(message);
        } else {
            deadLetters.bury(edited(message, deadLetter.properties()).asDeadLetter());
            contents.remove(message);
        }
    }

    private StoredMessage edited(StoredMessage message, Map<String, Object> changes) {
        if (changes.isEmpty()) {
            return message;
        }
        long number = log.nextNumber();
        log.savePayload(number, editor.withApplicationProperties(contents.payload(message), changes));
        return message.withPayload(number);
    }
}
