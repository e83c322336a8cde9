package io.aifactory.lake.arrival;

import io.aifactory.contracts.messaging.QueueMessage;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears what the storage says. That something may have happened is all it takes from an event: how things are by then is
 * looked up in the lake, so events may come twice, late and in any order.
 */
@Component
class StorageEventListener {

    private final Origins origins;
    private final LakeChanges changes;

    StorageEventListener(Origins origins, LakeChanges changes) {
        this.origins = origins;
        this.changes = changes;
    }

    @EventListener
    void on(QueueMessage message) {
        StorageEvents.read(message.body()).stream()
                .filter(origins::knows)
                .forEach(event -> changes.note(event, origins.environmentsOf(event)));
    }
}
