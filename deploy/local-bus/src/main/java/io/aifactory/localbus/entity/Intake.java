package io.aifactory.localbus.entity;

import io.aifactory.localbus.filter.MessageFilter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The sending side of a queue or topic: drops repeats and passes a message on to whoever it is meant for. */
final class Intake implements Destination {

    /** Where a message goes when the filter lets it pass. */
    record Outlet(MessageQueue queue, MessageFilter filter) {}

    private final List<Outlet> outlets;
    private final boolean needsSession;
    private final DuplicateWindow window;
    private final MessageLog log;
    private final Clock clock;

    /** @param needsSession whether a message without session is refused; a topic passes it on, as Service Bus does */
    Intake(List<Outlet> outlets, boolean needsSession, DuplicateWindow window, MessageLog log, Clock clock) {
        this.outlets = List.copyOf(outlets);
        this.needsSession = needsSession;
        this.window = window;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Long> accept(List<ArrivedMessage> messages) {
        if (needsSession && messages.stream().anyMatch(message -> message.sessionId() == null)) {
            throw new MissingSession();
        }
        Instant now = clock.instant();
        List<Long> numbers = new ArrayList<>(messages.size());
        for (ArrivedMessage message : messages) {
            long number = log.nextNumber();
            if (!window.repeats(message, number, now)) {
                distribute(number, message, now);
            }
            numbers.add(number);
        }
        outlets.forEach(outlet -> outlet.queue().dispatch());
        return numbers;
    }

    private void distribute(long number, ArrivedMessage message, Instant now) {
        boolean saved = false;
        for (Outlet outlet : outlets) {
            if (outlet.filter().matches(message.properties())) {
                if (!saved) {
                    log.savePayload(number, message.payload());
                    saved = true;
                }
                outlet.queue().enqueue(number, message, now);
            }
        }
    }

    @Override
    public void cancelScheduled(List<Long> sequences) {
        outlets.forEach(outlet -> outlet.queue().cancelScheduled(sequences));
    }

    void tick(Instant now) {
        window.tick(now);
    }
}
