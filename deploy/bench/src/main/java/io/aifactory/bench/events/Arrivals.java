package io.aifactory.bench.events;

import io.aifactory.contracts.events.ModelTrained;
import io.aifactory.contracts.messaging.EventContext;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where every event ends, on whichever way it came. */
@Component
class Arrivals {

    private final LongAdder handledHere = new LongAdder();
    private final LongAdder repeats = new LongAdder();
    private volatile @Nullable Batch expected;

    /** Says which batch is on its way from now on. */
    void expect(Batch batch) {
        expected = batch;
    }

    @EventListener
    void on(ModelTrained event) {
        EventContext.current().map(EventContext::id).ifPresent(this::arrived);
        handledHere.increment();
    }

    void arrived(String id) {
        Batch batch = expected;
        if (batch != null && batch.handled(id)) {
            repeats.increment();
        }
    }

    /** Returns how many events were handled more than once, on any way. */
    int repeats() {
        return repeats.intValue();
    }

    /** Returns how many events the inbox has handed over. */
    long handedOver() {
        return handledHere.sum();
    }
}
