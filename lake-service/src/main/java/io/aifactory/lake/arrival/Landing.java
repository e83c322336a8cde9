package io.aifactory.lake.arrival;

import io.aifactory.contracts.lake.InFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes files that were found in the lake, though the storage has not told of them or will tell later. */
@Component
public class Landing {

    private final Arrivals arrivals;
    private final ApplicationEventPublisher listeners;

    Landing(Arrivals arrivals, ApplicationEventPublisher listeners) {
        this.arrivals = arrivals;
        this.listeners = listeners;
    }

    /** Notes that a file lies there with the given ETag, with the surrounding transaction. Nothing happens if that is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void found(InFile file, String etag) {
        if (!Markers.isMarker(file) && arrivals.find(file, etag)) {
            listeners.publishEvent(new FileChanged(file));
        }
    }
}
