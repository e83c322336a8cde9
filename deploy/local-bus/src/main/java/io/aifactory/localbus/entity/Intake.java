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
    private final DuplicateWindow window;
    private final MessageLog log;
    private final Clock clock;

    Intake(List<Outlet> outlets, DuplicateWindow window, MessageLog log, Clock clock) {
        this.outlets = List.copyOf(outlets);
        this.window = window;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public List<Long> accept(List<ArrivedMessage> messages) {
        messages.forEach(this::requireSession);
        Instant now = clock.instant();
        List<Long> numbers = new ArrayList<>();
        for (ArrivedMessage message : messages) {
            long number = log.nextNumber();
            if (!window.repeats(message, now)) {
                distribute(number, message, now);
            }
            numbers.add(number);
        }
        outlets.forEach(outlet -> outlet.queue().dispatch());
        return numbers;
    }

    private void requireSession(ArrivedMessage message) {
        if (message.sessionId() == null
                && outletsFor(message).stream()
                        .anyMatch(outlet -> outlet.queue().requiresSession())) {
            throw new MissingSession();
        }
    }

    private void distribute(long number, ArrivedMessage message, Instant now) {
        List<Outlet> meant = outletsFor(message);
        if (!meant.isEmpty()) {
            log.savePayload(number, message.payload());
            meant.forEach(outlet -> outlet.queue().enqueue(number, message, now));
        }
    }

    private List<Outlet> outletsFor(ArrivedMessage message) {
        return outlets.stream()
                .filter(outlet -> outlet.filter().matches(message.properties()))
                .toList();
    }

    @Override
    public void cancelScheduled(List<Long> sequences) {
        outlets.forEach(outlet -> outlet.queue().cancelScheduled(sequences));
    }

    void tick(Instant now) {
        window.tick(now);
    }
}
