package io.aifactory.bench.events;

import io.aifactory.contracts.messaging.Outbox;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The factory's way: outbox, bus, inbox. Each event is published in a transaction of its own. */
@Component
class OwnRoute implements Route {

    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Assignment assignment;

    OwnRoute(Outbox outbox, TransactionTemplate transaction, Assignment assignment) {
        this.outbox = outbox;
        this.transaction = transaction;
        this.assignment = assignment;
    }

    @Override
    public void carry(Batch batch) throws InterruptedException {
        int publishers = Math.min(assignment.plan().publishers(), batch.size());
        var next = new AtomicInteger();
        Crew.work(Collections.nCopies(publishers, () -> publishFrom(batch, next)));
    }

    private void publishFrom(Batch batch, AtomicInteger next) {
        for (int place = next.getAndIncrement(); place < batch.size(); place = next.getAndIncrement()) {
            publish(batch, place);
        }
    }

    private void publish(Batch batch, int place) {
        transaction.executeWithoutResult(status -> {
            batch.published(place);
            outbox.publish(batch.event(place));
        });
    }
}
